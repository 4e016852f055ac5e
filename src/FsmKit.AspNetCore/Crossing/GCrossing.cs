using System.Collections.Concurrent;

namespace FsmKit.AspNetCore;

/// <summary>Carries work from a loop to the thread pool and back, many pieces with one wake-up of a thread.</summary>
/// <remarks>
/// A thread of the pool takes one piece after the other. Before it begins one, it asks for another thread if more are waiting, so a piece that
/// blocks holds up no other. What it sends back while more is waiting, the loop is told about later: after <see cref="MostUntold"/> pieces, when
/// nothing is waiting any more, or after <see cref="Patience"/>.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvBusy>, Input<EvReturned>, Input<EvGathered>]
[On<EvReturned>(nameof(AcTake)), On<EvGathered>(nameof(CallThread))]
internal sealed partial class GCrossing : GObj
{
    /// <summary>Longest time in milliseconds in which the loop is not told.</summary>
    private const int Patience = 1;

    private readonly ConcurrentQueue<Work> _toLoop = new();
    private volatile bool _isWatching;
    private int _isTold;

    private enum State : byte
    {
        /// <summary>The loop is told about each piece.</summary>
        [On<EvBusy>(Next = Watching)]
        Telling,

        /// <summary>Threads may send back some pieces before they tell the loop.</summary>
        [Enter(nameof(AcWatch))]
        [After(Patience, nameof(AcEndWatch), Next = Telling)]
        [Ignore<EvBusy>]
        Watching,
    }

    /// <summary>
    /// Whether a thread of the pool is called only at the end of the cycle in which <see cref="ToPool"/> got work. For a single processor, which the
    /// thread would take from the loop for each piece. Default false.
    /// </summary>
    public bool TakesTurns { get; set; }

    /// <summary>Runs an action on the loop. Callable from any thread.</summary>
    /// <param name="action">A static delegate.</param>
    /// <param name="state">Its argument.</param>
    /// <param name="returns">Whether the calling thread, if it is one of <see cref="ToPool"/>, returns from its piece of work at once.</param>
    public void ToLoop(Action<object?> action, object? state, bool returns = false)
    {
        _toLoop.Enqueue(new(action, state));
        if (_visited == this && (returns || _isWatching))
        {
            _untold++;
        }
        else
        {
            TellLoop();
        }
    }

    /// <summary>
    /// Runs an action on the loop, which hears of it when the thread pool has begun the work that waits for a thread now. So a single processor does
    /// that work first, and the loop wakes once for all of it. On a thread of the pool.
    /// </summary>
    /// <param name="action">A static delegate.</param>
    /// <param name="state">Its argument.</param>
    public void ToLoopInTurn(Action<object?> action, object? state)
    {
        _toLoop.Enqueue(new(action, state));
        if (IsFirstToTell())
        {
            ThreadPool.UnsafeQueueUserWorkItem(static crossing => crossing.PostAlways(new EvReturned()), this, preferLocal: false);
        }
    }

    private void TellLoop()
    {
        if (IsFirstToTell())
        {
            PostAlways(new EvReturned());
        }
    }

    private bool IsFirstToTell() => Interlocked.Exchange(ref _isTold, 1) == 0;

    private void AcTake()
    {
        Interlocked.Exchange(ref _isTold, 0);
        while (_toLoop.TryDequeue(out var work))
        {
            try
            {
                work.Run();
            }
            catch (Exception x)
            {
                Gaplic.ReportFault(this, x);
            }
        }
    }

    private void AcWatch() => _isWatching = true;

    /// <summary>A thread that has not seen the end of the watch has sent its piece back before, and the loop is told here.</summary>
    private void AcEndWatch()
    {
        _isWatching = false;
        TellLoop();
    }

    /// <summary>Several pieces of work are under way.</summary>
    private readonly record struct EvBusy;

    /// <summary>The cycle of the loop in which work for the pool was gathered is over.</summary>
    private readonly record struct EvGathered;

    /// <summary>Work has come back.</summary>
    private readonly record struct EvReturned;
}
