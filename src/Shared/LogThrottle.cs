namespace FsmKit;

/// <summary>Lets one line of a kind into the log per interval, and counts the others for the next one.</summary>
/// <param name="interval">In milliseconds.</param>
internal sealed class LogThrottle(long interval)
{
    private long _next;
    private long _skipped;

    /// <summary>Whether the line is to be written, and how many it stands for.</summary>
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
