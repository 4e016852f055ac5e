namespace FsmKit.Testing;

/// <summary>Options of an exploration: budget, strategy, faults and permitted failures.</summary>
public sealed record ExploreOptions
{
    /// <summary>Maximum number of schedules. Default 1,000.</summary>
    public int Schedules { get; init; } = 1_000;

    /// <summary>
    /// Number of threads that run schedules side by side, each in worlds of its own. At least 1, the default. The set-up is then called on
    /// several threads and must not share changing data between calls. The same seed and number of workers find the same failure, except
    /// with <see cref="Strategy.States"/>: its workers share the states met, and the first failure found depends on their speed.
    /// <see cref="Strategy.Exhaustive"/> and explorations with <see cref="Coverage"/> use one worker.
    /// </summary>
    public int Workers
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An exploration has at least one worker.");
    } = 1;

    /// <summary>
    /// Time limit of the exploration, in system time. A schedule in progress still runs to its end. Null, the default, sets no limit.
    /// </summary>
    public TimeSpan? Time { get; init; }

    /// <summary>
    /// Maximum number of steps of a schedule, which is then cut off without checking <see cref="World.Eventually"/>. Default 5,000.
    /// </summary>
    public int MaxSteps { get; init; } = 5_000;

    /// <summary>
    /// Number of further steps after <see cref="MaxSteps"/>, in which each ready loop gets its turn. The schedule fails when a gobj stays
    /// in a <see cref="HotAttribute"/> state during all of them, or a condition of <see cref="World.Eventually"/> never holds. Default 0:
    /// the schedule is cut off instead.
    /// </summary>
    public int FairSteps { get; init; }

    /// <summary>Maximum simulated time of a schedule, which is then cut off. Default one hour.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Strategy that chooses each schedule. Default <see cref="Strategy.Portfolio"/>.</summary>
    public Strategy Strategy { get; init; } = Strategy.Portfolio;

    /// <summary>Seed of all random choices: the same seed explores the same schedules. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Number of moments in a schedule at which <see cref="Strategy.Priorities"/> and <see cref="Strategy.DelayBounded"/> switch to another
    /// loop. Default 3.
    /// </summary>
    public int Changes { get; init; } = 3;

    /// <summary>
    /// Whether the clock may move to the next timer or delivery while loops have something to do, as on a slow machine. This adds one
    /// possibility to each step. Default false: time passes only when nothing else can happen.
    /// </summary>
    public bool TimersRace { get; init; }

    /// <summary>
    /// Faults of <see cref="World.Network"/>; the choices of the schedule replace <see cref="MemoryFaults.Seed"/>. Default none.
    /// </summary>
    public MemoryFaults Faults { get; init; } = MemoryFaults.None;

    /// <summary>Number of bytes that one direction of a connection of <see cref="World.Network"/> holds. Default 64 KiB.</summary>
    public int PipeCapacity { get; init; } = 64 * 1024;

    /// <summary>
    /// Returns true for a logged exception that is expected, such as one that a handler throws on purpose. Null, the default: every logged
    /// exception fails the schedule.
    /// </summary>
    public Func<Exception, bool>? IsExpected { get; init; }

    /// <summary>Whether an event that a state refuses, or that a full queue rejects, fails the schedule. Default true.</summary>
    public bool FailOnRefusal { get; init; } = true;

    /// <summary>
    /// Whether the end of a schedule destroys the gobjs of each loop and fails when a timer, a socket or a gobj remains. Default true.
    /// </summary>
    public bool CheckLeaks { get; init; } = true;

    /// <summary>
    /// Receives the progress about once per second, between two schedules, on the thread that started the exploration. Null, the default,
    /// reports nothing.
    /// </summary>
    public IProgress<ExploreProgress>? Progress { get; init; }

    /// <summary>
    /// File that receives a failure, as <see cref="SimulationFailure.Save"/> writes it, for <see cref="Explore.ReplayFile"/>. An earlier
    /// file is replaced; without a failure it is left as it is. Null, the default, writes no file.
    /// </summary>
    public string? FailureFile { get; init; }

    /// <summary>Counts the states, rows and guards that the gobjs meet. Null, the default, counts nothing.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>
    /// Maximum number of replays that shrink a failure, and of further schedules that look for a shorter one afterwards. A failure of at
    /// most 500 steps takes up to twelve times as many. 0 leaves the failure as it was found. Default 2,000.
    /// </summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Way in which <see cref="Strategy.States"/> begins a schedule.</summary>
    internal Restoring.SettingBack SettingBack { get; init; }

    /// <summary>Reads the fields of worlds by reflection. Default false.</summary>
    internal bool HasPlainFingerprints { get; init; }

    /// <summary>Receives the digest of each new state, in the thread of its worker; null for no receiver.</summary>
    internal Action<ulong>? StateMet { get; init; }

    /// <summary>
    /// Time limit of shrinking a failure, in system time; the shortest failure found by then is reported. Default 30 seconds.
    /// </summary>
    public TimeSpan ShrinkTime { get; init; } = TimeSpan.FromSeconds(30);
}
