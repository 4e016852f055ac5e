namespace FsmKit.Testing;

/// <summary>How much is explored, how, and what is let pass.</summary>
public sealed record ExploreOptions
{
    /// <summary>How many schedules are run at most. Default 1,000.</summary>
    public int Schedules { get; init; } = 1_000;

    /// <summary>How long, in the system's time; null has no limit. A schedule that has begun is run to its end.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How many steps a schedule has at most; it is cut off then, and what should come eventually is not asked of it. Default 5,000.</summary>
    public int MaxSteps { get; init; } = 5_000;

    /// <summary>How much simulated time a schedule has at most; it is cut off then. Default one hour.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How the next schedule is chosen.</summary>
    public Strategy Strategy { get; init; } = Strategy.Portfolio;

    /// <summary>Where chance begins: the same seed explores the same schedules.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often <see cref="Strategy.Priorities"/> and <see cref="Strategy.DelayBounded"/> change the loop that runs. Default 3.</summary>
    public int Changes { get; init; } = 3;

    /// <summary>
    /// Whether the clock may go on to the next timer or delivery while loops have something to do, as where a machine is slow: one more way at each step. Default false: time passes
    /// only when nothing else can happen.
    /// </summary>
    public bool TimersRace { get; init; }

    /// <summary>What goes wrong in <see cref="World.Network"/>; the seed in it is not used.</summary>
    public Net.MemoryFaults Faults { get; init; } = Net.MemoryFaults.None;

    /// <summary>Whether an event that a state refuses, or a queue that is full, fails the schedule. Default true.</summary>
    public bool FailOnRefusal { get; init; } = true;

    /// <summary>How many replays the shrinking of a failure takes at most; 0 leaves it as it was found. Default 2,000.</summary>
    public int ShrinkBudget { get; init; } = 2_000;
}
