using System.Diagnostics;

namespace FsmKit;

/// <content>The cycle.</content>
public sealed partial class GAplic
{
    private const int Pause = 100;
    private static readonly TimeSpan Forever = Timeout.InfiniteTimeSpan;
    private volatile bool _stopping;
    private volatile bool _sleeping;
    private bool _inCycle;
    private bool _isReactorFaulty;

    /// <summary>What the loop sleeps on.</summary>
    public IReactor Reactor
    {
        get;
        private set
        {
            field = value;
            field.Fault = ReportFault;
        }
    }

    /// <summary>The number of the cycle that goes on, or of the last one.</summary>
    internal uint CycleNumber { get; private set; }

    /// <summary>
    /// Runs the loop on this thread until <see cref="Stop"/> is called or the token is cancelled. An exception of an action, a callback or
    /// a timer is logged; the loop goes on.
    /// </summary>
    /// <exception cref="GObjException">Another thread runs the loop.</exception>
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
                    // Not even a lock can be waited for; what was to be done still is.
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

    /// <summary>Ends <see cref="Run"/> after the cycle that is going on. Callable from any thread.</summary>
    public void Stop()
    {
        _stopping = true;
        WakeUp();
    }

    /// <summary>
    /// Runs one cycle, without waiting: the callbacks and the posted events that are there now, the sockets that are ready, the timers that
    /// are due.
    /// </summary>
    /// <returns>Whether something is left to do at once.</returns>
    public bool RunOnce() => RunOnce(TimeSpan.Zero);

    /// <summary>The same, but waits for work when there is none: when nothing was posted, until a socket is ready or a timer due.</summary>
    /// <param name="wait">How long; <see cref="Timeout.InfiniteTimeSpan"/> until there is some.</param>
    /// <exception cref="GObjException">
    /// A cycle is going on already: an action cannot run the loop that runs it. Or another thread runs the loop.
    /// </exception>
    public bool RunOnce(TimeSpan wait)
    {
        using var thread = EnterThread();
        Cycle(wait, restsAnyway: false);
        return Mailbox.HasWork || Timers.DueCount > 0;
    }

    /// <summary>
    /// Returns what the loop sleeps on, as a reactor of the wanted kind. A loop that was made without a reactor sleeps on timers and posts only; its first call puts
    /// a new reactor in place, which the loop disposes. Called on the loop's thread.
    /// </summary>
    /// <param name="create">Makes the reactor, when there is none yet.</param>
    /// <exception cref="GObjException">The options of the loop have a reactor of another kind.</exception>
    public T RequireReactor<T>(Func<T> create)
        where T : class, IReactor
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Reactor is TimerReactor)
        {
            ReplaceReactor(Options.SocketReactor?.Invoke() ?? create());
        }

        return Reactor as T ?? throw new GObjException(
            $"{this} sleeps on a {Reactor.GetType().Name}, which is no {typeof(T).Name}: give its options no reactor, or a {typeof(T).Name}.");
    }

    /// <summary>Makes room for posted events of one type, so that posting them needs no memory later. It does not raise <see cref="GAplicOptions.PostCapacity"/>.</summary>
    /// <param name="count">The number of events that may wait at the same time, beside those that wait now.</param>
    public void ReservePosts<TEvent>(int count)
        where TEvent : struct => Mailbox.Reserve<TEvent>(count);

    /// <summary>Replaces what the loop sleeps on; the loop's own thread does it, between two sleeps.</summary>
    private void ReplaceReactor(IReactor reactor)
    {
        var old = Reactor;
        Reactor = reactor;
        try
        {
            old.Dispose();
        }
        catch (Exception x)
        {
            ReportFault("the reactor", x);
        }
    }

    internal void WakeUp()
    {
        Interlocked.MemoryBarrier();
        WakeUpForPost();
    }

    /// <summary>
    /// Wakes the loop without the barrier, behind the mailbox's lock: a post that had the lock after the loop's last look sees that the loop sleeps; an
    /// earlier one, the loop has seen.
    /// </summary>
    internal void WakeUpForPost()
    {
        // A handler of the reactor posts in the loop's own thread, which looks into the mailbox before it waits again.
        if (_sleeping && _thread != Environment.CurrentManagedThreadId)
        {
            Wake();
        }
    }

    /// <summary>One cycle. After posts it rests only when told to: whoever runs a single one wants to see what they did; a loop goes on anyway.</summary>
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
                // When the next cycle begins is not known.
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

    /// <summary>As many as there are now: what they post waits for the next cycle, so that sockets and timers get their turn.</summary>
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

    /// <summary>Until one throws.</summary>
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

            // Whoever posts after this look sees that the loop sleeps, and wakes it.
            Wait(Mailbox.HasWork || _stopping ? 0 : MillisecondsToSleep(wait));
        }
        finally
        {
            _sleeping = false;
        }
    }

    /// <summary>
    /// The reactor is the application's or of another assembly: when it throws, timers and posts go on, at a pace that does not spin. The first
    /// exception in a row is logged.
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

    /// <summary>What was posted is in the queue, whatever becomes of this.</summary>
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
