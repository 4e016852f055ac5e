using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>The timers in the cycle: when they get their deadlines, and when they fire.</content>
public sealed partial class GAplic
{
    // So many events at most until the clock is read for those that they armed.
    private const int TimersWaitFor = 64;

    /// <summary>Whether a timer may wait for its deadline: the clock is dear, and the cycle that goes on will read it.</summary>
    internal bool ReadsClockLater => _inCycle && Clock.IsDear;

    /// <summary>Gives the timers that were armed since the last reading of the clock their deadlines.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SettleTimers()
    {
        if (Timers.HasUnsettled)
        {
            Timers.Settle(Clock.Elapsed());
        }
    }

    private int MillisecondsToSleep(TimeSpan wait)
    {
        var longest = wait == Forever ? int.MaxValue : Math.Min(LoopClock.WholeMilliseconds(wait), int.MaxValue);
        if (!Timers.IsEmpty)
        {
            var now = Clock.Elapsed();
            Timers.Settle(now);
            longest = Timers.Count == 0 ? longest : Math.Clamp(Timers.NextTime - LoopClock.Milliseconds(now), 0, longest);
        }

        return longest == int.MaxValue ? -1 : (int)longest;
    }

    /// <summary>As many as are due now: a timer that comes due at once again waits for the next cycle.</summary>
    private void FireTimers()
    {
        if (Timers.IsEmpty)
        {
            return;
        }

        var now = Clock.Elapsed();
        Timers.Settle(now);
        Timers.Advance(LoopClock.Milliseconds(now));
        for (var left = Timers.DueCount; left > 0 && Timers.TakeDue() is { } timer; left--)
        {
            Fire(timer);
        }
    }

    private void Fire(LoopTimer timer)
    {
        HandOver(timer, within: 0);
        try
        {
            timer.Fire();
        }
        catch (Exception x)
        {
            ReportFault(timer.Owner, x);
            if (x is OutOfMemoryException && !timer.IsArmed)
            {
                // Something waits for it that may have no other end.
                timer.Arm(TimeSpan.FromMilliseconds(Pause));
            }
        }
    }
}
