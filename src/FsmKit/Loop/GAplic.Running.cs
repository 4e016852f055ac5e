using System.Diagnostics;

namespace FsmKit;

/// <content>The loop and its turns.</content>
public sealed partial class GAplic
{
    private const int Pause = 100;
    private static readonly TimeSpan Forever = Timeout.InfiniteTimeSpan;
    private volatile bool _stopping;
    private volatile bool _sleeping;
    private bool _inCycle;
    private bool _isReactorFaulty;

    /// <summary>
    /// Object with which the loop waits for timers, posted events and sockets. The first socket replaces a reactor that the loop created
    /// only for timers and posted events.
    /// </summary>
    public IReactor Reactor
    {
        get;
        private set
        {
            field = value;
            field.Fault = ReportFault;
        }
    }

    /// <summary>Number of the current cycle or, between cycles, of the last one. Wraps around.</summary>
    internal uint CycleNumber { get; private set; }

    /// <summary>
    /// Runs the loop on the calling thread until <see cref="Stop"/> is called or the token is cancelled. An exception of an action, a callback or a
    /// timer is logged, and the loop continues.
    /// </summary>
    /// <exception cref="GObjException">
    /// Another thread runs the loop, or the call comes from inside a turn of this loop, for example from an action.
    /// </exception>
    public void Run(CancellationToken cancellation = default)
    {
        using var registration = cancellation.Register(Stop);
        using var thread = EnterThread();
        StallWatcher.Add(Watch);
        try
        {
            while (!_stopping)
            {
                try
                {
                    Cycle(Forever, restsAnyway: true);
                }
                catch (OutOfMemoryException x)
                {
                    // Without memory even waiting for a lock can fail. The pending work is not lost: the next cycle does it.
                    ReportFault(this, x);
                    Thread.Sleep(Pause);
                }
            }
        }
        finally
        {
            StallWatcher.Remove(Watch);
            _stopping = false;
        }
    }

    /// <summary>
    /// Ends <see cref="Run"/> after the current turn of the loop. After a call before <see cref="Run"/>, that method returns at once.
    /// Thread-safe.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        WakeUp();
    }

    /// <summary>
    /// Runs one turn of the loop without waiting: the callbacks and posted events that are queued now, the ready sockets, the due timers.
    /// </summary>
    /// <returns>Whether more work is ready at once.</returns>
    public bool RunOnce() => RunOnce(TimeSpan.Zero);

    /// <summary>Runs one turn of the loop. If nothing was posted, waits for a post, a ready socket or a due timer.</summary>
    /// <param name="wait">Longest time to wait; zero does not wait, <see cref="Timeout.InfiniteTimeSpan"/> waits without limit.</param>
    /// <returns>Whether more work is ready at once.</returns>
    /// <exception cref="GObjException">
    /// The call comes from inside a turn of this loop, for example from an action; or another thread runs the loop.
    /// </exception>
    public bool RunOnce(TimeSpan wait)
    {
        using var thread = EnterThread();
        Cycle(wait, restsAnyway: false);
        return Mailbox.HasWork || Timers.DueCount > 0;
    }

    internal void WakeUp()
    {
        Interlocked.MemoryBarrier();
        WakeUpForPost();
    }

    /// <summary>
    /// Wakes the loop without a memory barrier, after the caller has held the mailbox's lock. A post that took the lock after the loop's last check
    /// sees that the loop sleeps; the loop has seen every earlier post.
    /// </summary>
    internal void WakeUpForPost()
    {
        // A handler of the reactor posts on the loop's own thread, and the loop checks the mailbox before it waits again.
        if (_sleeping && _thread != Environment.CurrentManagedThreadId)
        {
            Wake();
        }
    }

    /// <summary>
    /// Runs one cycle. After delivering posts, a single cycle does not wait, so that its caller sees their effect; <see cref="Run"/> waits, because
    /// the next cycle follows anyway.
    /// </summary>
    private void Cycle(TimeSpan wait, bool restsAnyway)
    {
        if (_inCycle)
        {
            throw new GObjException($"{this} is in a cycle already: an action cannot run the loop that runs it. Post what is to happen next.");
        }

        _inCycle = true;
        CycleNumber = unchecked(CycleNumber + 1);
        Activity? activity = null;
        try
        {
            EnterContext();
            NoticeListeners();
            activity = LeaveActivity();
            var hasWorked = RunCallbacks() | DeliverPosts();
            Sleep(hasWorked && !restsAnyway ? TimeSpan.Zero : wait);
            NoticeListeners();
            FireTimers();
            if (!restsAnyway || _stopping)
            {
                // The start of the next cycle is unknown, so the timers cannot wait for it.
                SettleTimers();
            }
        }
        finally
        {
            _inCycle = false;
            EnterActivity(activity);
        }
    }

    private bool RunCallbacks()
    {
        var count = Mailbox.Callbacks;
        for (var left = count; left > 0; left--)
        {
            RunCallback();
            if (left % TimersWaitFor == 0)
            {
                SettleTimers();
            }
        }

        return count > 0;
    }

    private void RunCallback()
    {
        var callback = Mailbox.TakeCallback();
        HandOver(callback.Blamed, within: 0);
        try
        {
            callback.Run();
        }
        catch (Exception x)
        {
            ReportFault("a posted callback", x);
        }
    }

    /// <summary>
    /// Delivers the events that are queued now. Events posted meanwhile wait for the next cycle, so that sockets and timers get their turn.
    /// </summary>
    private bool DeliverPosts()
    {
        if (!Mailbox.BeginBatch())
        {
            return false;
        }

        if (IsObserved)
        {
            Figures.Found(Mailbox.Batch);
        }

        while (Mailbox.HasBatch)
        {
            try
            {
                DeliverBatch(Mailbox);
            }
            catch (Exception x)
            {
                Mailbox.Fail(x);
            }
        }

        return true;
    }

    /// <summary>Delivers the batch until an event throws.</summary>
    private void DeliverBatch(Mailbox mailbox)
    {
        while (mailbox.HasBatch)
        {
            ref var run = ref mailbox.TakeRun();
            var lane = mailbox.LaneOf(in run);
            Prepare(lane);
            lane.Deliver(this, ref run, most: TimersWaitFor);
            SettleTimers();
        }
    }

    private void Sleep(TimeSpan wait)
    {
        Clock.Forget();
        _sleeping = true;
        Interlocked.MemoryBarrier();
        try
        {
            BeginTurn();

            // A post after this check sees that the loop sleeps, and wakes it.
            Wait(Mailbox.HasWork || _stopping ? 0 : MillisecondsToSleep(wait));
        }
        finally
        {
            _sleeping = false;
        }
    }

    /// <summary>
    /// Waits on the reactor, which is code of the application or of another assembly. If it throws, timers and posts continue, with a pause that
    /// prevents a busy loop. Only the first exception of an unbroken series is logged.
    /// </summary>
    private void Wait(int milliseconds)
    {
        try
        {
            Reactor.Wait(milliseconds);
            _isReactorFaulty = false;
        }
        catch (Exception x)
        {
            if (!_isReactorFaulty)
            {
                _isReactorFaulty = true;
                ReportFault("the reactor", x);
            }

            Thread.Sleep(milliseconds < 0 ? Pause : Math.Min(milliseconds, Pause));
        }
    }

    /// <summary>Wakes the reactor. A failure loses nothing: the posted work is already in the queue.</summary>
    private void Wake()
    {
        try
        {
            Reactor.Wake();
        }
        catch (Exception x)
        {
            ReportFault("the reactor", x);
        }
    }
}
