namespace FsmKit;

/// <content>
/// One turn of the loop in steps of one delivery each, for a simulation that runs several loops on one thread. Between two steps of one
/// loop, other loops can run steps, as they could on threads of their own. The order inside one loop is the order of a whole turn.
/// </content>
public sealed partial class GAplic
{
    private CyclePhase _phase = CyclePhase.Timers;
    private int _left;
    private TimeSpan _steppedAt;

    /// <summary>Whether a step has work to do now.</summary>
    internal bool HasStep => _left > 0 || Mailbox.HasWork || Reactor is IReadyReactor { IsReady: true } || UntilTimers <= TimeSpan.Zero;

    /// <summary>
    /// Position of the next step in the cycle. Two loops with the same waiting work but different positions may continue differently.
    /// </summary>
    internal (CyclePhase Phase, int Left, int Batch) Place => (_phase, _left, Mailbox.Batch);

    /// <summary>Time until the next timer is due, zero or negative if it is due already; null without an armed timer.</summary>
    internal TimeSpan? UntilTimers
    {
        get
        {
            SettleTimers();
            return Timers.IsEmpty ? null : TimeSpan.FromMilliseconds(Timers.FirstDeadline) - Clock.Elapsed();
        }
    }

    /// <summary>Runs one callback, delivers one posted event, serves the ready sockets, or fires one timer.</summary>
    /// <returns>False when there was no work.</returns>
    internal bool Step()
    {
        using var thread = EnterThread();
        _inCycle = true;
        try
        {
            EnterContext();
            ReadClockAfterSleep();
            var last = _phase;
            do
            {
                if (StepInPhase())
                {
                    return true;
                }

                BeginPhase(_phase == CyclePhase.Timers ? CyclePhase.Callbacks : _phase + 1);
            }
            while (_phase != last);
            return StepInPhase();
        }
        finally
        {
            _inCycle = false;
        }
    }

    /// <summary>Discards the cached reading when time has passed since the last step: a loop that runs by itself has slept then.</summary>
    private void ReadClockAfterSleep()
    {
        var now = Clock.Elapsed();
        if (now != _steppedAt)
        {
            _steppedAt = now;
            Clock.Forget();
        }
    }

    private void BeginPhase(CyclePhase phase)
    {
        _phase = phase;
        switch (phase)
        {
            case CyclePhase.Callbacks:
                CycleNumber = unchecked(CycleNumber + 1);
                NoticeListeners();
                _left = Mailbox.Callbacks;
                break;
            case CyclePhase.Posts:
                Mailbox.BeginBatch();
                break;
            case CyclePhase.Sockets:
                Clock.Forget();
                BeginTurn();
                break;
            case CyclePhase.Timers:
                SettleTimers();
                Timers.Advance(LoopClock.Milliseconds(Clock.Elapsed()));
                _left = Timers.DueCount;
                break;
        }
    }

    private bool StepInPhase()
    {
        switch (_phase)
        {
            case CyclePhase.Callbacks when _left > 0:
                _left--;
                Options.Probe?.Begin(_phase, source: null);
                RunCallback();
                return true;
            case CyclePhase.Posts when Mailbox.HasBatch:
                DeliverOne();
                return true;
            case CyclePhase.Sockets when Reactor is IReadyReactor { IsReady: true }:
                Options.Probe?.Begin(_phase, source: null);
                Wait(0);
                return true;
            case CyclePhase.Timers when _left > 0 && Timers.TakeDue() is { } timer:
                _left--;
                Options.Probe?.Begin(_phase, source: null);
                Fire(timer);
                return true;
            default:
                _left = 0;
                return false;
        }
    }

    private void DeliverOne()
    {
        try
        {
            ref var run = ref Mailbox.TakeRun();
            var lane = Mailbox.LaneOf(in run);
            Options.Probe?.Begin(_phase, lane.NextSource);
            Prepare(lane);
            lane.Deliver(this, ref run, most: 1);
        }
        catch (Exception x)
        {
            Mailbox.Fail(x);
        }
    }
}
