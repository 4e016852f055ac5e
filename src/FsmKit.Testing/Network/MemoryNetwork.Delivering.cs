using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>What is under way, and when it arrives.</content>
public sealed partial class MemoryNetwork
{
    // Equally due ones arrive in the order in which they were sent.
    private readonly PriorityQueue<Delivery, (long Due, long Order)> _underWay = new();
    private readonly long _start;
    private long _sent;
    private int _sleepers;

    /// <summary>
    /// How long it is until the next delivery is due, zero if one is; null when nothing is under way. A test with a clock of its own moves
    /// it on by that.
    /// </summary>
    public TimeSpan? NextDelivery
    {
        get
        {
            lock (Gate)
            {
                return TicksToNextDelivery() is { } ticks ? new TimeSpan(ticks) : null;
            }
        }
    }

    /// <summary>Moved by hand, a clock wakes nobody.</summary>
    internal bool HasSystemTime => _time == TimeProvider.System;

    private long Now => _time.GetElapsedTime(_start).Ticks;

    /// <summary>Sends something on its way; without a delay it is there at once.</summary>
    internal void Deliver(MemoryEnd to, DeliveryKind kind, int count = 0)
    {
        if (Holds(to, kind, count))
        {
            return;
        }

        var delay = Dice.Delay();
        if (delay == 0 && to.UnderWay == 0)
        {
            to.Arrive(kind, count);
            return;
        }

        to.UnderWay++;
        SetOut(new Delivery(to, kind, count), delay);
    }

    /// <summary>Puts something on its way that counts as under way already.</summary>
    private void SetOut(Delivery delivery, long delay)
    {
        var to = delivery.To;
        to.LastDue = Math.Max(to.LastDue, Now + delay);
        _underWay.Enqueue(delivery, (to.LastDue, _sent++));
        WakeSleepers();
    }

    /// <summary>Lets everything arrive that is due by now, also where no loop is left that would look.</summary>
    internal void DeliverNow()
    {
        lock (Gate)
        {
            DeliverDue();
        }
    }

    /// <summary>Lets everything arrive that is due by now; the gate is held.</summary>
    internal void DeliverDue()
    {
        if (_underWay.Count == 0)
        {
            return;
        }

        var now = Now;
        while (_underWay.TryPeek(out var delivery, out var priority) && priority.Due <= now)
        {
            _underWay.Dequeue();
            delivery.To.UnderWay--;
            delivery.To.Arrive(delivery.Kind, delivery.Count);
        }
    }

    internal long? TicksToNextDelivery() =>
        _underWay.TryPeek(out _, out var priority) ? Math.Max(0, priority.Due - Now) : null;

    /// <summary>Sleeps with the gate open until somebody changes something, at most so many milliseconds (-1: no limit).</summary>
    internal void Sleep(int milliseconds)
    {
        _sleepers++;
        try
        {
            Monitor.Wait(Gate, milliseconds);
        }
        finally
        {
            _sleepers--;
        }
    }

    /// <summary>Wakes all sleeping reactors, each of which checks whether the change concerns it.</summary>
    internal void WakeSleepers()
    {
        if (_sleepers > 0)
        {
            Monitor.PulseAll(Gate);
        }
    }

    /// <summary>Sleeps until the condition holds, letting arrive what comes due meanwhile, at most so many milliseconds (-1: no limit).</summary>
    internal void SleepUntil(Func<bool> condition, int milliseconds)
    {
        const int LookAtClock = 10;
        var deadline = Environment.TickCount64 + milliseconds;
        while (true)
        {
            DeliverDue();
            var left = milliseconds < 0 ? int.MaxValue : Math.Max(0, deadline - Environment.TickCount64);
            if (left == 0 || condition())
            {
                return;
            }

            if (TicksToNextDelivery() is { } ticks)
            {
                // Somebody may move a clock of the test's at any time, and it tells nobody.
                left = Math.Min(left, HasSystemTime ? (ticks / TimeSpan.TicksPerMillisecond) + 1 : LookAtClock);
            }

            Sleep(left == int.MaxValue ? -1 : (int)left);
        }
    }
}
