using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Timers in a turn of the loop: the moments when they get their deadlines and when they fire.</content>
public sealed partial class GAplic
{
    // Maximum number of events until the clock is read for the timers that they armed.
    private const int TimersWaitFor = 64;

    /// <summary>
    /// Whether a newly armed timer may get its deadline later: reading the clock is expensive, and the current cycle will read it anyway.
    /// </summary>
    internal bool ReadsClockLater => _inCycle && Clock.IsDear;

    /// <summary>Reads the clock and sets the deadlines of the timers that were armed since the last reading.</summary>
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

    /// <summary>Fires the timers that are due now. A timer that becomes due again at once waits for the next cycle.</summary>
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
                // Fires again later: a waiting operation may have no other end than this timer.
                timer.Arm(TimeSpan.FromMilliseconds(Pause));
            }
        }
    }
}
