namespace FsmKit.Testing;

/// <summary>What an exploration did and found.</summary>
public sealed record Exploration
{
    /// <summary>How many schedules were run, the failing one included and those of the shrinking not.</summary>
    public required int Schedules { get; init; }

    /// <summary>How many steps they had together: events, callbacks, timers, looks at sockets, moves of the clock.</summary>
    public required long Steps { get; init; }

    /// <summary>How many states were met, each counted once; 0 of any strategy but <see cref="Strategy.States"/>.</summary>
    public int States { get; init; }

    /// <summary>
    /// The reason why <see cref="Strategy.States"/> made a new world for each schedule, or from some schedule on. Null when worlds were set back to earlier states, and of any other strategy.
    /// Both ways find the same states; new worlds take longer.
    /// </summary>
    public string? MadeAnew { get; init; }

    /// <summary>How many of them were cut off by <see cref="ExploreOptions.MaxSteps"/> or <see cref="ExploreOptions.MaxTime"/>: in these nothing was asked that should come eventually. With <see cref="ExploreOptions.FairSteps"/> it is asked, and no schedule is cut off by its steps.</summary>
    public required int CutOff { get; init; }

    /// <summary>Whether every way was taken; only <see cref="Strategy.Exhaustive"/> and <see cref="Strategy.States"/> can say so.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How long it took, without the shrinking.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The first failure, shrunk; null when there was none.</summary>
    public required SimulationFailure? Failure { get; init; }
}
