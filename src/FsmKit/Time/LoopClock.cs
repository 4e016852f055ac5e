namespace FsmKit;

/// <summary>
/// Clock of a loop, in whole milliseconds since the creation of the loop. The clock never goes back, even if the application's clock
/// (<see cref="GAplicOptions.Time"/>) does. For the loop's thread.
/// </summary>
/// <remarks>
/// If the application's clock is set back, this clock stands still for that moment and then continues, so that a timer takes at least its delay. If
/// it is set ahead, timers that are due by then fire early. If it throws, this clock stands still; the first such exception is logged.
/// </remarks>
public sealed class LoopClock
{
    private const long Unknown = -1;
    private readonly TimeProvider _time;
    private readonly Action<object?, Exception> _fault;
    private long _start;
    private long _last;
    private bool _isFaulty;
    private long _recent = Unknown;

    internal LoopClock(TimeProvider time, Action<object?, Exception> fault)
    {
        (_time, _fault) = (time, fault);
        IsDear = time == TimeProvider.System;
        _start = _last = time.GetTimestamp();
    }

    /// <summary>Whether a reading is expensive: the system clock takes about 30 ns, a test's clock is a field.</summary>
    internal bool IsDear { get; set; }

    /// <summary>Whole milliseconds since the creation of the loop, read now.</summary>
    public long Now => Milliseconds(Elapsed());

    /// <summary>
    /// Whole milliseconds since the creation of the loop, read at most once per turn of the loop. For frequent time stamps, as of every
    /// message.
    /// </summary>
    public long Recent => _recent == Unknown ? _recent = Now : _recent;

    /// <summary>Discards the cached reading before the loop sleeps.</summary>
    internal void Forget() => _recent = Unknown;

    /// <summary>Returns a delay in milliseconds, rounded up; 0 for a negative delay.</summary>
    internal static long WholeMilliseconds(TimeSpan delay) =>
        delay <= TimeSpan.Zero ? 0 : (delay.Ticks / TimeSpan.TicksPerMillisecond) + (delay.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);

    /// <summary>Returns a reading in milliseconds, rounded down.</summary>
    internal static long Milliseconds(TimeSpan elapsed) => elapsed.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>Returns the end of a delay in milliseconds, rounded up.</summary>
    internal static long Deadline(TimeSpan now, TimeSpan delay)
    {
        // No sum of the two overflows: the longest TimeSpan is some 29,000 years.
        var end = Math.Min(delay.Ticks, long.MaxValue / 2) + Math.Min(now.Ticks, long.MaxValue / 2 - TimeSpan.TicksPerMillisecond);
        return (end + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>
    /// Returns the end of a delay that begins now, in milliseconds since the creation of the loop, rounded up; 0 for a delay of zero or
    /// less.
    /// </summary>
    public long DeadlineIn(TimeSpan delay) => delay <= TimeSpan.Zero ? 0 : Deadline(Elapsed(), delay);

    /// <summary>Returns the time since the creation of the loop.</summary>
    internal TimeSpan Elapsed()
    {
        var now = Timestamp();
        if (now < _last)
        {
            // The jump back is not time that has passed.
            _start -= _last - now;
        }

        _last = now;
        return _time.GetElapsedTime(_start, now);
    }

    private long Timestamp()
    {
        try
        {
            var now = _time.GetTimestamp();
            _isFaulty = false;
            return now;
        }
        catch (Exception x)
        {
            if (!_isFaulty)
            {
                _isFaulty = true;
                _fault("the clock", x);
            }

            return _last;
        }
    }
}
