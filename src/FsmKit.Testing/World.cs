using FsmKit.Net;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tracing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>
/// Simulated world: loops with their gobjs, a clock and a network in memory. One thread runs everything, one step after the other.
/// Everything that is not determined in production is a choice of the simulation, which <see cref="Explore"/> varies.
/// </summary>
/// <remarks>
/// Such choices are the loop of the next step, the behaviour of <see cref="Network"/>, and the results of <see cref="Choose(int)"/>. Inside
/// a loop the order is that of <see cref="GAplic"/>: events posted to one loop keep their order. The clock stands still while something can
/// happen.
/// </remarks>
public sealed partial class World
{
    private readonly List<GAplic> _loops = [];
    private volatile string? _stranger;
    private readonly ExploreOptions _options;
    private readonly ChoiceRecord _choices;
    private readonly WorldTime _time = new();
    private readonly WorldLog _log;
    private readonly RowRecorder? _recorder;
    private readonly Causes? _causes;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private MemoryNetwork? _network;
    private WorldPool? _pool;

    internal World(ExploreOptions options, ChoiceRecord choices, RowRecorder? recorder)
    {
        (_options, _choices, _recorder) = (options, choices, recorder);
        _log = new WorldLog(this);
        _causes = choices.AsksForCauses ? new Causes(_loops) : null;
        if (recorder is not null)
        {
            recorder.Clock = () => Elapsed;
        }
    }

    /// <summary>Choices of the schedule.</summary>
    internal ChoiceRecord Choices => _choices;

    /// <summary>The causes of the steps; null when the chooser does not ask for them.</summary>
    internal Causes? Causes => _causes;

    /// <summary>The clock of the world. It begins at midnight of 1 January 2000, UTC.</summary>
    public TimeProvider Time => _time;

    /// <summary>Simulated time since the start of the world.</summary>
    public TimeSpan Elapsed => new(_time.Ticks);

    /// <summary>The network of all loops. Their sockets use it automatically.</summary>
    public MemoryNetwork Network => _network ??= new MemoryNetwork(_time, _options.Faults, new ChoiceRandom(_choices)) { PipeCapacity = _options.PipeCapacity };

    /// <summary>
    /// Simulated thread pool: each of its tasks is one step, and the simulation chooses the order of the tasks. For
    /// <see cref="TaskFactory.StartNew(Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/> where production uses the thread
    /// pool.
    /// </summary>
    public TaskScheduler Pool => _pool ??= new WorldPool();

    /// <summary>All loops, in the order of their creation.</summary>
    public IReadOnlyList<GAplic> Loops => _loops;

    /// <summary>Creates a loop, which stands for a thread or a process.</summary>
    /// <param name="name">The name of the loop in reports.</param>
    /// <param name="start">
    /// Creates the gobjs as the first step of the loop, at a moment that the simulation chooses. With null the caller creates them before
    /// any loop runs.
    /// </param>
    /// <param name="clockOffset">
    /// The difference between the time of day of the loop and that of the world; negative when it is behind. Default zero.
    /// </param>
    public GAplic Loop(string name, Action<GAplic>? start = null, TimeSpan clockOffset = default)
    {
        GAplic? made = null;
        var loop = made = new GAplic(name, new GAplicOptions
        {
            Time = clockOffset == TimeSpan.Zero ? _time : new NodeTime(_time, clockOffset),
            Logger = _log,
            StallThreshold = Timeout.InfiniteTimeSpan,
            TraceMachine = TraceLevel,
            Probe = Probe,
            Posted = NoticeThread,
            SocketReactor = () => JoinNetwork(made!),
        });
        _loops.Add(loop);
        if (start is not null)
        {
            loop.PostCallback(() => start(loop));
        }

        return loop;
    }

    /// <summary>
    /// Ends a loop at once, as a crash of its process does: its gobjs are destroyed, events posted to them are lost, and its connections
    /// are closed. Call it from another loop, from <see cref="After"/> or while the world is created.
    /// </summary>
    /// <exception cref="GObjException">The call comes from a step of the loop itself.</exception>
    public void Kill(GAplic loop)
    {
        if (!_loops.Contains(loop))
        {
            throw new ArgumentException($"{loop} is no loop of this world.", nameof(loop));
        }

        if (!loop.IsDestroyed)
        {
            Note(loop.Name, "is killed");
        }

        loop.Dispose();
    }

    private void Note(string target, string text)
    {
        if (!_isEnding)
        {
            _recorder?.Note(Running, target, text);
        }
    }

    /// <summary>Destroys all loops that are left, with their gobjs.</summary>
    internal void End()
    {
        _isEnding |= IsKnown; // The end of a world in a known state reports no failure, because its schedule would have continued.
        Moves?.Write();
        Touched = ulong.MaxValue;
        StopWatching();
        foreach (var loop in _loops)
        {
            loop.Dispose();
        }
    }

    private void NoticeThread(GAplic loop)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            _stranger ??= $"Thread {Environment.CurrentManagedThreadId} posted to {loop}, which no schedule decides: take World.Time for delays, and no Task.Run, pool or thread. It came from\n{Environment.StackTrace}";
        }
    }
}
