namespace FsmKit.Testing.Worlds;

/// <summary>
/// Clock of a world. It stands still while something can happen, and then jumps to the next time for which something waits.
/// </summary>
internal sealed class WorldTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly PriorityQueue<WorldTimer, (long Due, long Order)> _timers = new();
    private long _armed;

    /// <summary>Time since the start, in ticks of 100 ns.</summary>
    public long Ticks { get; private set; }

    /// <summary>Queue of the timers, which is set back with the clock.</summary>
    public object Queue => _timers;

    /// <summary>Whether the clock has timers in its queue, armed or stopped.</summary>
    public bool HasTimers => _timers.Count > 0;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Time until the first timer of the clock itself is due, which tasks and cancellations use; null without one.</summary>
    public TimeSpan? UntilTimer
    {
        get
        {
            while (_timers.TryPeek(out var timer, out var key))
            {
                if (timer.IsArmedAs(key.Order))
                {
                    return new TimeSpan(Math.Max(0, key.Due - Ticks));
                }

                _timers.Dequeue();
            }

            return null;
        }
    }

    public override long GetTimestamp() => Ticks;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WorldTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Adds the armed timers to a digest, in the order in which they come due.</summary>
    public void AddTo(Fingerprints.Fingerprint state)
    {
        if (!HasTimers)
        {
            return;
        }

        foreach (var (timer, (due, order)) in _timers.UnorderedItems.Where(static one => one.Element.IsArmedAs(one.Priority.Order)).OrderBy(static one => one.Priority))
        {
            _ = order;
            state.Add((ulong)(due - Ticks));
            timer.AddTo(state);
        }
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(TimeSpan by) => Ticks += by.Ticks;

    /// <summary>Runs the callback of the first due timer. Call only after <see cref="UntilTimer"/> has returned a time.</summary>
    public void FireTimer() => _timers.Dequeue().Fire();

    /// <returns>Number that identifies this arming.</returns>
    internal long Arm(WorldTimer timer, TimeSpan dueTime)
    {
        _timers.Enqueue(timer, (Ticks + dueTime.Ticks, ++_armed));
        return _armed;
    }
}
