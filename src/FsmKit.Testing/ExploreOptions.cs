namespace FsmKit.Testing;

/// <summary>
/// Options of <see cref="Explore"/>: limits, strategy, simulated failures of the network, and exceptions that are expected.
/// </summary>
public sealed record ExploreOptions
{
    /// <summary>Maximum number of schedules (simulated runs). Default 1,000.</summary>
    public int Schedules { get; init; } = 1_000;

    /// <summary>
    /// Number of threads (workers) that carry out simulated runs at the same time, each with <see cref="World"/> objects of its own. At
    /// least 1, the default. The delegate <c>setUp</c> is then called on several threads, and its calls must not share data that changes.
    /// The same seed and number of workers find the same failure, except with <see cref="Strategy.States"/>: its workers share the states
    /// met, and the first failure found depends on their speed. <see cref="Strategy.Exhaustive"/> and explorations with
    /// <see cref="Coverage"/> use one worker.
    /// </summary>
    public int Workers
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An exploration has at least one worker.");
    } = 1;

    /// <summary>
    /// Time limit of the exploration, in system time. A simulated run in progress still continues to its end. Null, the default, sets no
    /// limit.
    /// </summary>
    public TimeSpan? Time { get; init; }

    /// <summary>
    /// Maximum number of steps (<see cref="Exploration.Steps"/>) of a simulated run. The run is then stopped without checking
    /// <see cref="World.Eventually"/>, unless <see cref="FairSteps"/> follow. Default 5,000.
    /// </summary>
    public int MaxSteps { get; init; } = 5_000;

    /// <summary>
    /// Number of further steps of a simulated run after <see cref="MaxSteps"/>, in which all loops that have something to do run in turn.
    /// The run fails when a gobj stays in a <see cref="HotAttribute"/> state during all of them, or a condition of
    /// <see cref="World.Eventually"/> never holds. Default 0: the run is stopped instead, which is no failure.
    /// </summary>
    public int FairSteps { get; init; }

    /// <summary>Maximum simulated time of a run, which is then stopped without a failure. Default one hour.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Way to choose each simulated run. Default <see cref="Strategy.Portfolio"/>.</summary>
    public Strategy Strategy { get; init; } = Strategy.Portfolio;

    /// <summary>Seed of all random choices: the same seed gives the same simulated runs. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Number of moments in a simulated run at which <see cref="Strategy.Priorities"/> and <see cref="Strategy.DelayBounded"/> switch to
    /// another loop. Default 3.
    /// </summary>
    public int Changes { get; init; } = 3;

    /// <summary>
    /// Whether the simulated clock may move to the next timer or arrival from the network while loops have something to do, as on a slow
    /// machine. This adds one possibility to each step. Default false: time passes only when nothing else can happen.
    /// </summary>
    public bool TimersRace { get; init; }

    /// <summary>
    /// Simulated failures and delays of <see cref="World.Network"/>. The choices of the simulation replace the random numbers from
    /// <see cref="MemoryFaults.Seed"/>. Default none.
    /// </summary>
    public MemoryFaults Faults { get; init; } = MemoryFaults.None;

    /// <summary>Number of bytes that one direction of a connection of <see cref="World.Network"/> holds. Default 64 KiB.</summary>
    public int PipeCapacity { get; init; } = 64 * 1024;

    /// <summary>
    /// Returns true for a logged exception that is expected, such as one that an action throws on purpose. Null, the default: every logged
    /// exception fails the simulated run.
    /// </summary>
    public Func<Exception, bool>? IsExpected { get; init; }

    /// <summary>Whether an event that a state refuses, or that a full queue rejects, fails the simulated run. Default true.</summary>
    public bool FailOnRefusal { get; init; } = true;

    /// <summary>
    /// Whether the gobjs of each loop are destroyed at the end of a simulated run, which fails when a timer, a socket or a gobj remains.
    /// Default true.
    /// </summary>
    public bool CheckLeaks { get; init; } = true;

    /// <summary>
    /// Receives the progress about once per second, between two simulated runs, on the thread that started the exploration. Null, the
    /// default, reports nothing.
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
    /// Maximum number of runs that shorten a failure, and again of runs that look for a shorter failure afterwards. A failure of at most
    /// 500 steps takes up to twelve times as many in total. 0 leaves the failure as it was found. Default 2,000.
    /// </summary>
    public int ShrinkBudget { get; init; } = 2_000;

    /// <summary>Way in which <see cref="Strategy.States"/> begins a schedule.</summary>
    internal Restoring.SettingBack SettingBack { get; init; }

    /// <summary>Reads the fields of worlds by reflection. Default false.</summary>
    internal bool HasPlainFingerprints { get; init; }

    /// <summary>Receives the digest of each new state, in the thread of its worker; null for no receiver.</summary>
    internal Action<ulong>? StateMet { get; init; }

    /// <summary>
    /// Time limit of shortening a failure, in system time; the shortest failure found by then is reported. Default 30 seconds.
    /// </summary>
    public TimeSpan ShrinkTime { get; init; } = TimeSpan.FromSeconds(30);
}
