using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Deliveries under way and their arrival.</content>
public sealed partial class MemoryNetwork
{
    // Deliveries with the same due time arrive in the order in which they were sent.
    private readonly PriorityQueue<Delivery, (long Due, long Order)> _underWay = new();
    private readonly long _start;
    private long _sent;
    private int _sleepers;

    /// <summary>
    /// Time until the next data, connect, end of stream or reset arrives; zero if one is due, null when nothing is under way. A test with a
    /// clock of its own moves the clock by this time.
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

    /// <summary>Whether the network has the system clock. Moving another clock by hand wakes no waiting thread.</summary>
    internal bool HasSystemTime => _time == TimeProvider.System;

    private long Now => _time.GetElapsedTime(_start).Ticks;

    /// <summary>Sends a delivery. Without a delay it arrives at once.</summary>
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

    /// <summary>Sends a delivery that is counted as under way already.</summary>
    private void SetOut(Delivery delivery, long delay)
    {
        var to = delivery.To;
        to.LastDue = Math.Max(to.LastDue, Now + delay);
        _underWay.Enqueue(delivery, (to.LastDue, _sent++));
        WakeSleepers();
    }

    /// <summary>Delivers everything that is due by now, also when no loop is left to do so.</summary>
    internal void DeliverNow()
    {
        lock (Gate)
        {
            DeliverDue();
        }
    }

    /// <summary>Delivers everything that is due by now. Called under the gate.</summary>
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

    /// <summary>Sleeps with the gate released until something changes, for at most this many milliseconds (-1: no limit).</summary>
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

    /// <summary>
    /// Sleeps until the condition holds, for at most this many milliseconds of system time (-1: no limit). Deliveries that come due
    /// meanwhile arrive.
    /// </summary>
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
                // A clock of the test can move at any time without a signal.
                left = Math.Min(left, HasSystemTime ? (ticks / TimeSpan.TicksPerMillisecond) + 1 : LookAtClock);
            }

            Sleep(left == int.MaxValue ? -1 : (int)left);
        }
    }
}
