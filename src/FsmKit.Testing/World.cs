using FsmKit.Net;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tracing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>
/// A simulated world: loops with their gobjs, a clock and a network in memory. One thread runs all of it, one step after the other, and each thing that production
/// leaves open is a choice of the schedule.
/// </summary>
/// <remarks>
/// Open is which loop has the next step, what <see cref="Network"/> does, and what <see cref="Choose(int)"/> asks for. Inside a loop the order is that of
/// <see cref="GAplic"/>: what is posted to one loop keeps its order. The clock stands while something can happen.
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
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private MemoryNetwork? _network;
    private WorldPool? _pool;

    internal World(ExploreOptions options, ChoiceRecord choices, RowRecorder? recorder)
    {
        (_options, _choices, _recorder) = (options, choices, recorder);
        _log = new WorldLog(this);
        if (recorder is not null)
        {
            recorder.Clock = () => Elapsed;
        }
    }

    /// <summary>What the schedule has chosen.</summary>
    internal ChoiceRecord Choices => _choices;

    /// <summary>The clock of the world. It begins at midnight of 1 January 2000, UTC.</summary>
    public TimeProvider Time => _time;

    /// <summary>How much simulated time has passed.</summary>
    public TimeSpan Elapsed => new(_time.Ticks);

    /// <summary>The network of all loops: their sockets are in it, without being told so.</summary>
    public MemoryNetwork Network => _network ??= new MemoryNetwork(_time, _options.Faults, new ChoiceRandom(_choices)) { PipeCapacity = _options.PipeCapacity };

    /// <summary>
    /// A thread pool of which each task is a step of the schedule, in any order: for <see cref="TaskFactory.StartNew(Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/> where
    /// production has the pool.
    /// </summary>
    public TaskScheduler Pool => _pool ??= new WorldPool();

    /// <summary>The loops that were made, in their order.</summary>
    public IReadOnlyList<GAplic> Loops => _loops;

    /// <summary>Makes a loop: what would be a thread, or a process.</summary>
    /// <param name="name">Its name, by which reports call it.</param>
    /// <param name="start">
    /// Makes its gobjs, as the loop's first step: the schedule decides when that is. Null leaves it to the caller, before any step of any loop.
    /// </param>
    /// <param name="clockOffset">By how much its time of day is ahead of the world's; below zero it is behind.</param>
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
    /// Ends a loop at once, as the end of its process does: its gobjs are gone, what was posted to them is lost, its connections are closed. Called from another loop, or
    /// from the set-up.
    /// </summary>
    /// <exception cref="GObjException">The loop itself has the step.</exception>
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

    /// <summary>Destroys the loops with all that they have; one that was killed is gone already.</summary>
    internal void End()
    {
        _isEnding |= IsKnown; // Nothing is told of how a world is taken down that would have gone on.
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
