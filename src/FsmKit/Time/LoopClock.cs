namespace FsmKit;

/// <summary>The clock of a loop, in whole milliseconds since the loop was made. It never goes back, whatever <see cref="GAplicOptions.Time"/> does. Read on the loop's thread.</summary>
/// <remarks>
/// A clock that is set back stands still for that moment and then goes on: a timer takes at least as long as it was armed for. One that is set
/// ahead brings forward what is due by then. One that throws stands still; the first such exception is logged.
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

    /// <summary>Whether a reading costs more than what it is wanted for: the machine's takes some 30 ns, a test's clock is a field.</summary>
    internal bool IsDear { get; set; }

    /// <summary>Reads the clock: whole milliseconds since the loop was made.</summary>
    public long Now => Milliseconds(Elapsed());

    /// <summary>The same, read at most once per cycle of the loop: for time stamps that are taken with every message, as a reading costs some 30 ns.</summary>
    public long Recent => _recent == Unknown ? _recent = Now : _recent;

    /// <summary>The loop is about to sleep: who asks next, asks anew.</summary>
    internal void Forget() => _recent = Unknown;

    /// <summary>A delay in milliseconds, begun ones counted.</summary>
    internal static long WholeMilliseconds(TimeSpan delay) =>
        delay <= TimeSpan.Zero ? 0 : (delay.Ticks / TimeSpan.TicksPerMillisecond) + (delay.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);

    /// <summary>Whole milliseconds of a reading.</summary>
    internal static long Milliseconds(TimeSpan elapsed) => elapsed.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>The first whole millisecond that is not before the end of the delay.</summary>
    internal static long Deadline(TimeSpan now, TimeSpan delay)
    {
        // No sum of the two overflows: the longest TimeSpan is some 29,000 years.
        var end = Math.Min(delay.Ticks, long.MaxValue / 2) + Math.Min(now.Ticks, long.MaxValue / 2 - TimeSpan.TicksPerMillisecond);
        return (end + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>Returns the first whole millisecond of <see cref="Now"/> that is not before the end of a delay; 0 when the delay is zero or negative.</summary>
    public long DeadlineIn(TimeSpan delay) => delay <= TimeSpan.Zero ? 0 : Deadline(Elapsed(), delay);

    /// <summary>What has passed since the loop was made.</summary>
    internal TimeSpan Elapsed()
    {
        var now = Timestamp();
        if (now < _last)
        {
            // What it was set back by is not time that passed.
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
