using System.IO.Pipelines;

namespace FsmKit.AspNetCore;

/// <summary>A loop of the transport with its thread, and the scheduler of pipes that continue on it.</summary>
internal sealed class TransportLoop : PipeScheduler, IDisposable
{
    private readonly Thread _thread;
    private readonly GCrossing _crossing;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _takesTurns;
    private bool _isStarted;

    /// <summary>Creates a loop that is not started yet.</summary>
    /// <param name="name">Name of the loop and of its thread.</param>
    /// <param name="options">Options of the loop.</param>
    /// <param name="processors">Number of processors. With one, the loop and the thread pool take turns.</param>
    public TransportLoop(string name, GAplicOptions options, int processors)
    {
        _takesTurns = processors == 1;
        Gaplic = new GAplic(name, options);
        _crossing = Gaplic.Create<GCrossing>("crossing");
        Pool = new PoolScheduler(_crossing);
        _thread = new Thread(Run) { Name = name, IsBackground = true };
    }

    public GAplic Gaplic { get; }

    /// <summary>The scheduler of pipes of this loop that continue on the thread pool.</summary>
    public PipeScheduler Pool { get; }

    /// <summary>Unused memory of the pipes of this loop.</summary>
    public BlockPool Blocks { get; } = new();

    public void Start()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            _thread.Start();
        }
    }

    /// <summary>Runs the function on the loop.</summary>
    /// <exception cref="ObjectDisposedException">The loop has ended.</exception>
    public async Task<T> Invoke<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Gaplic.PostCallback(() =>
        {
            try
            {
                result.SetResult(function());
            }
            catch (Exception x)
            {
                result.SetException(x);
            }
        });
        await Task.WhenAny(result.Task, _ended.Task).ConfigureAwait(false);
        return result.Task.IsCompleted ? await result.Task.ConfigureAwait(false) : throw new ObjectDisposedException(Gaplic.Name);
    }

    /// <summary>Runs the action at once when the caller is the loop, and soon on the loop otherwise.</summary>
    public override void Schedule(Action<object?> action, object? state)
    {
        if (Gaplic.IsLoopThread)
        {
            action(state);
        }
        else if (_takesTurns && Thread.CurrentThread.IsThreadPoolThread)
        {
            _crossing.ToLoopInTurn(action, state);
        }
        else
        {
            _crossing.ToLoop(action, state);
        }
    }

    private void Run()
    {
        try
        {
            Gaplic.Run();
        }
        finally
        {
            _ended.SetResult();
        }
    }

    public void Dispose()
    {
        Gaplic.Stop();
        if (_isStarted)
        {
            _thread.Join();
        }

        Gaplic.Dispose();
    }

    /// <summary>Carries work of the loop to the thread pool.</summary>
    private sealed class PoolScheduler(GCrossing crossing) : PipeScheduler
    {
        public override void Schedule(Action<object?> action, object? state)
        {
            if (crossing.Gaplic.IsLoopThread)
            {
                crossing.ToPool(action, state);
            }
            else
            {
                System.Threading.ThreadPool.UnsafeQueueUserWorkItem(action, state, preferLocal: false);
            }
        }
    }
}
