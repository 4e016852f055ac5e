namespace FsmKit.Testing;

/// <summary>Result of an exploration by <see cref="Explore"/>.</summary>
public sealed record Exploration
{
    /// <summary>Number of schedules (simulated runs), the failing one included. Runs that only shorten a failure are not counted.</summary>
    public required int Schedules { get; init; }

    /// <summary>
    /// Number of steps of all simulated runs together. A step is an event, a callback, a task, a timer, a check of sockets or a move of the
    /// clock.
    /// </summary>
    public required long Steps { get; init; }

    /// <summary>
    /// Number of distinct states of the simulated system that were met; 0 with any strategy but <see cref="Strategy.States"/>.
    /// </summary>
    public int States { get; init; }

    /// <summary>
    /// The reason why <see cref="Strategy.States"/> created a new <see cref="World"/> for each simulated run, or for each run from some run
    /// on. Null when it set worlds back to earlier states instead, and with any other strategy. Both ways find the same states; new worlds
    /// take longer.
    /// </summary>
    public string? NewWorldsReason { get; init; }

    /// <summary>
    /// Number of simulated runs that were stopped by <see cref="ExploreOptions.MaxSteps"/> or <see cref="ExploreOptions.MaxTime"/>.
    /// Conditions of <see cref="World.Eventually"/> are not checked in these. With <see cref="ExploreOptions.FairSteps"/> no run is stopped
    /// by its number of steps.
    /// </summary>
    public required int CutOff { get; init; }

    /// <summary>
    /// Whether all possible simulated runs were carried out and none failed. Always false with any strategy but
    /// <see cref="Strategy.Exhaustive"/> and <see cref="Strategy.States"/>.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Duration in system time, without the time for shortening a failure.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The first failure, repeated with as few steps as were found; null when no simulated run failed.</summary>
    public required SimulationFailure? Failure { get; init; }
}
