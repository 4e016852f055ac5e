using System.IO.Pipelines;
using FsmKit.Http;
using FsmKit.TestShared;

namespace FsmKit.Simulations.Pool;

/// <summary>
/// A thread pool in the one thread of a world. Its work is done by a loop of its own, so that the schedule decides when; and at each call of a pipe the other side may get ahead,
/// as it may where there are two threads.
/// </summary>
internal sealed class WorldPool : HandlerPool
{
    private readonly World _world;
    private readonly GAplic _loop;
    private readonly List<Action> _work = [];
    private bool _isAtWork;

    /// <summary>Makes the loop of the pool.</summary>
    public WorldPool(World world) => (_world, _loop) = (world, world.Loop("pool"));

    /// <summary>The loop at the other end of the pipes.</summary>
    public GAplic? Server { get; set; }

    /// <summary>Number of bytes in a pipe at which its writer has to wait.</summary>
    public int Threshold { get; init; } = 2000;

    /// <inheritdoc/>
    public override PipeScheduler Scheduler => field ??= new WorkScheduler(this);

    /// <inheritdoc/>
    public override Task Run(Func<Task> handler)
    {
        var start = new Task<Task>(handler);
        Add(() => start.RunSynchronously(TaskScheduler.Default));
        return start.Unwrap();
    }

    /// <inheritdoc/>
    public override (PipeReader Reader, PipeWriter Writer) Open(PipeOptions options)
    {
        var pipe = new Pipe(new PipeOptions(
            options.Pool, options.ReaderScheduler, options.WriterScheduler, Threshold, Threshold / 2, -1, options.UseSynchronizationContext));
        return (new PreemptedReader(pipe.Reader, Preempt), new PreemptedWriter(pipe.Writer, Preempt));
    }

    /// <inheritdoc/>
    public override void Cancel(CancellationTokenSource source) => Add(source.Cancel);

    /// <summary>Adds work, which the pool does some time.</summary>
    public void Add(Action work)
    {
        _work.Add(work);
        _loop.PostCallback(DoSome);
    }

    /// <summary>Here the other thread may get ahead.</summary>
    public void Preempt()
    {
        while (_world.Choose(4) == 3)
        {
            if (_isAtWork && Server is { HasStep: true, IsDestroyed: false } server && !server.IsLoopThread)
            {
                server.Step();
            }
            else if (!_isAtWork && _work.Count > 0)
            {
                DoSome();
            }
            else
            {
                return;
            }
        }
    }

    private void DoSome()
    {
        if (_work.Count == 0 || _isAtWork)
        {
            return;
        }

        var at = _world.Choose(_work.Count);
        var work = _work[at];
        _work.RemoveAt(at);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _isAtWork = true;
        try
        {
            work();
        }
        finally
        {
            _isAtWork = false;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private sealed class WorkScheduler(WorldPool pool) : PipeScheduler
    {
        public override void Schedule(Action<object?> action, object? state) => pool.Add(() => action(state));
    }
}
