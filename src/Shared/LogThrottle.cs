namespace FsmKit;

/// <summary>Admits one log line per interval, and counts the skipped lines for the next one.</summary>
/// <param name="interval">The interval in milliseconds.</param>
internal sealed class LogThrottle(long interval)
{
    private long _next;
    private long _skipped;

    /// <summary>Returns whether to write the line.</summary>
    /// <param name="now">The time of the loop's clock in milliseconds.</param>
    /// <param name="count">Number of lines since the last written one, including this line.</param>
    public bool Admits(long now, out long count)
    {
        count = ++_skipped;
        if (now < _next)
        {
            return false;
        }

        (_next, _skipped) = (now + interval, 0);
        return true;
    }
}
