using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace FsmKit.Http.Tests;

/// <summary>
/// A thread pool in the test's own thread. A seed decides the moments of its work, also at each point where the other side of a pipe could
/// run. A race of two threads becomes a number.
/// </summary>
internal sealed class SeededPool(Random random) : HandlerPool
{
    private readonly List<Action> _work = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _isAtWork;

    public bool HasWork => _work.Count > 0;

    /// <summary>Runs one cycle of the loop.</summary>
    public required Action Loop { get; init; }

    /// <summary>Told at each point where the other side may get ahead.</summary>
    public Action? Preempted { get; init; }

    /// <summary>Whether work of the pool is under way.</summary>
    public bool IsAtWork => _isAtWork;

    /// <summary>Whether the loop is in a cycle.</summary>
    public bool IsInLoop { get; set; }

    public override PipeScheduler Scheduler => field ??= new WorkScheduler(this);

    public override Task Run(Func<Task> handler)
    {
        var start = new Task<Task>(handler);
        Add(() => start.RunSynchronously(TaskScheduler.Default));
        return start.Unwrap();
    }

    /// <summary>Pipes that let the other side run at each call, and hold less than usual.</summary>
    public override (PipeReader Reader, PipeWriter Writer) Open(PipeOptions options)
    {
        var most = 1 << random.Next(17);
        var pipe = new Pipe(new PipeOptions(
            options.Pool, options.ReaderScheduler, options.WriterScheduler, most, random.Next(1, most + 1), -1, options.UseSynchronizationContext));
        return (new PreemptedReader(pipe.Reader, Preempt), new PreemptedWriter(pipe.Writer, Preempt));
    }

    /// <summary>Awaited, goes on as work of the pool.</summary>
    public Hop Later() => new(this);

    /// <summary>Runs some of the work, any of it.</summary>
    public void Work()
    {
        if (_work.Count == 0 || _isAtWork)
        {
            return;
        }

        var at = random.Next(_work.Count);
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

    /// <summary>Here the other threads may get ahead.</summary>
    public void Preempt()
    {
        MustBeHere();
        Preempted?.Invoke();
        while (random.Next(3) == 0)
        {
            if (IsInLoop)
            {
                Work();
            }
            else if (_isAtWork)
            {
                Loop();
            }
        }
    }

    private void Add(Action work)
    {
        MustBeHere();
        _work.Add(work);
    }

    private void MustBeHere()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Another thread works in the seeded pool: the run cannot be repeated.");
        }
    }

    internal readonly struct Hop(SeededPool pool) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Hop GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => pool.Add(continuation);
    }

    private sealed class WorkScheduler(SeededPool pool) : PipeScheduler
    {
        public override void Schedule(Action<object?> action, object? state) => pool.Add(() => action(state));
    }
}
