namespace FsmKit.Testing;

/// <summary>How much is explored, how, and what is let pass.</summary>
public sealed record ExploreOptions
{
    /// <summary>How many schedules are run at most. Default 1,000.</summary>
    public int Schedules { get; init; } = 1_000;

    /// <summary>
    /// How many threads run schedules side by side, each in worlds of its own; at least 1, which is the default. The set-up is then called by several threads, and must share nothing
    /// that changes. The same seed finds the same failure with the same number of workers; several workers of <see cref="Strategy.States"/> share the states, and which failure they find first depends on
    /// their speed. <see cref="Strategy.Exhaustive"/> has one worker, and so has an exploration with <see cref="Coverage"/>.
    /// </summary>
    public int Workers
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An exploration has at least one worker.");
    } = 1;

    /// <summary>How long, in the system's time; null has no limit. A schedule that has begun is run to its end.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How many steps a schedule has at most; it is cut off then, and what should come eventually is not asked of it. Default 5,000.</summary>
    public int MaxSteps { get; init; } = 5_000;

    /// <summary>
    /// How many steps follow <see cref="MaxSteps"/> in a schedule that does not come to an end, each chosen so that every loop has its turn. A gobj that is in a <see cref="HotAttribute"/>
    /// state all that time, and what <see cref="World.Eventually"/> asks for and did not hold once, fails the schedule. Default 0: it is cut off instead.
    /// </summary>
    public int FairSteps { get; init; }

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
    public MemoryFaults Faults { get; init; } = MemoryFaults.None;

    /// <summary>How many bytes one direction of a connection of <see cref="World.Network"/> holds. Default 64 KiB.</summary>
    public int PipeCapacity { get; init; } = 64 * 1024;

    /// <summary>Tells which logged exceptions are part of the system, such as those that its handlers are to throw; null, and any other one fails the schedule.</summary>
    public Func<Exception, bool>? IsExpected { get; init; }

    /// <summary>Whether an event that a state refuses, or a queue that is full, fails the schedule. Default true.</summary>
    public bool FailOnRefusal { get; init; } = true;

    /// <summary>
    /// Whether the gobjs of each loop are destroyed when nothing can happen any more, and a timer, a socket or a gobj that is left then fails the schedule. Default true.
    /// </summary>
    public bool CheckLeaks { get; init; } = true;

    /// <summary>Is told about once in a second how far the exploration is, by the thread that called it and between two schedules; null tells nobody.</summary>
    public IProgress<ExploreProgress>? Progress { get; init; }

    /// <summary>
    /// The file to which a failure is written by <see cref="SimulationFailure.Save"/>, from which <see cref="Explore.ReplayFile"/> repeats it; null writes none. A file of before is replaced,
    /// and left when nothing fails.
    /// </summary>
    public string? FailureFile { get; init; }

    /// <summary>Where it is counted which states, rows and guards the gobjs meet; null counts nothing.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>How many replays the shrinking of a failure takes at most, and how many other schedules are tried behind it, which may end sooner; 0 leaves it as it was found. Default 2,000.</summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Way in which <see cref="Strategy.States"/> begins a schedule.</summary>
    internal Restoring.SettingBack SettingBack { get; init; }

    /// <summary>Reads the fields of worlds by reflection. Default false.</summary>
    internal bool HasPlainFingerprints { get; init; }

    /// <summary>Receives the digest of each new state, in the thread of its worker; null for no receiver.</summary>
    internal Action<ulong>? StateMet { get; init; }

    /// <summary>How long the shrinking of a failure goes on, in the system's time; what is short by then stays. Default 30 seconds.</summary>
    public TimeSpan ShrinkTime { get; init; } = TimeSpan.FromSeconds(30);
}
