using System.Collections.Concurrent;
using System.Diagnostics;

namespace FsmKit.AspNetCore;

/// <content>The threads of the pool.</content>
internal sealed partial class GCrossing : IThreadPoolWorkItem
{
    /// <summary>Pieces that a thread sends back before it tells the loop, at most. Fewer keep the loop busy, more save wake-ups.</summary>
    private const int MostUntold = 16;

    /// <summary>Time in milliseconds after which a thread goes back to the pool, which may have other work.</summary>
    private const int Turn = 15;

    /// <summary>The crossing that the current thread works for.</summary>
    [ThreadStatic]
    private static GCrossing? _visited;

    /// <summary>Number of pieces that the current thread has sent back and the loop has not been told about.</summary>
    [ThreadStatic]
    private static int _untold;

    private readonly ConcurrentQueue<Work> _toPool = new();
    private int _isScheduled;
    private int _working;

    /// <summary>Runs an action on the thread pool, in no execution context. On the loop.</summary>
    /// <param name="action">A static delegate, which does not throw.</param>
    /// <param name="state">Its argument.</param>
    public void ToPool(Action<object?> action, object? state)
    {
        Debug.Assert(Gaplic.IsLoopThread, "Only the loop may start the watch.");
        var isBusy = !_toPool.IsEmpty;
        _toPool.Enqueue(new(action, state));
        if (!TakesTurns)
        {
            Schedule();
        }
        else if (Claim())
        {
            PostAlways(new EvGathered());
        }

        if (isBusy || Volatile.Read(ref _working) > 0)
        {
            this.Send(new EvBusy());
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Increment(ref _working);
        Interlocked.Exchange(ref _isScheduled, 0);
        (_visited, _untold) = (this, 0);
        var context = ExecutionContext.Capture()!;
        var began = Environment.TickCount64;
        while (_toPool.TryDequeue(out var work))
        {
            if (!_toPool.IsEmpty)
            {
                Schedule();
            }

            work.Run();
            ExecutionContext.Restore(context);
            SynchronizationContext.SetSynchronizationContext(null);
            var isLast = _toPool.IsEmpty || Environment.TickCount64 - began >= Turn;
            if (_untold > 0 && (isLast || _untold >= MostUntold || !_isWatching))
            {
                _untold = 0;
                TellLoop();
            }

            if (isLast)
            {
                break;
            }
        }

        if (_untold > 0)
        {
            // Another thread has taken the piece that was waiting.
            TellLoop();
        }

        _visited = null;
        Interlocked.Decrement(ref _working);
        if (!_toPool.IsEmpty)
        {
            Schedule();
        }
    }

    /// <summary>Has a thread of the pool come, unless one is on its way.</summary>
    private void Schedule()
    {
        if (Claim())
        {
            CallThread();
        }
    }

    private bool Claim() => Interlocked.CompareExchange(ref _isScheduled, 1, 0) == 0;

    private void CallThread() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
