namespace FsmKit;

/// <summary>The monotonic clock of a loop, in whole milliseconds since the loop was made.</summary>
internal sealed class LoopClock(TimeProvider time)
{
    private const long Unknown = -1;
    private readonly long _start = time.GetTimestamp();
    private long _recent = Unknown;

    /// <summary>Whole milliseconds that have passed.</summary>
    public long Now => time.GetElapsedTime(_start).Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>The same, read once per cycle of the loop: for time stamps that are taken with every message.</summary>
    public long Recent => _recent == Unknown ? _recent = Now : _recent;

    /// <summary>The loop is about to sleep: whoever asks next, asks anew.</summary>
    public void Forget() => _recent = Unknown;

    /// <summary>A delay in milliseconds, begun ones counted.</summary>
    public static long WholeMilliseconds(TimeSpan delay) =>
        delay <= TimeSpan.Zero ? 0 : (delay.Ticks / TimeSpan.TicksPerMillisecond) + (delay.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);

    /// <summary>The first whole millisecond that is not before the end of the delay.</summary>
    public long DeadlineIn(TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
        {
            return 0;
        }

        // No sum of the two overflows: the longest TimeSpan is some 29,000 years.
        var end = Math.Min(delay.Ticks, long.MaxValue / 2) + time.GetElapsedTime(_start).Ticks;
        return (end + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
    }
}
