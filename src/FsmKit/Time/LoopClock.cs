namespace FsmKit;

/// <summary>The monotonic clock of a loop, in whole milliseconds since the loop was made.</summary>
internal sealed class LoopClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Whole milliseconds that have passed.</summary>
    public long Now => time.GetElapsedTime(_start).Ticks / TimeSpan.TicksPerMillisecond;

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
