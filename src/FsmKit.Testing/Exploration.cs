namespace FsmKit.Testing;

/// <summary>Result of an exploration.</summary>
public sealed record Exploration
{
    /// <summary>Number of schedules, the failing one included; the runs of shrinking are not counted.</summary>
    public required int Schedules { get; init; }

    /// <summary>
    /// Number of steps of all schedules. A step is an event, a callback, a timer, a check of sockets or a move of the clock.
    /// </summary>
    public required long Steps { get; init; }

    /// <summary>Number of distinct states met; 0 with any strategy but <see cref="Strategy.States"/>.</summary>
    public int States { get; init; }

    /// <summary>
    /// The reason why <see cref="Strategy.States"/> created a new world for each schedule, or did so from some schedule on. Null when
    /// worlds were set back to earlier states, and with any other strategy. Both ways find the same states; new worlds take longer.
    /// </summary>
    public string? MadeAnew { get; init; }

    /// <summary>
    /// Number of schedules that <see cref="ExploreOptions.MaxSteps"/> or <see cref="ExploreOptions.MaxTime"/> cut off.
    /// <see cref="World.Eventually"/> is not checked in these. With <see cref="ExploreOptions.FairSteps"/> no schedule is cut off by its
    /// number of steps.
    /// </summary>
    public required int CutOff { get; init; }

    /// <summary>
    /// Whether all possible schedules were run; only <see cref="Strategy.Exhaustive"/> and <see cref="Strategy.States"/> can tell.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Duration in system time, without the shrinking.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The first failure, shrunk; null when no schedule failed.</summary>
    public required SimulationFailure? Failure { get; init; }
}
