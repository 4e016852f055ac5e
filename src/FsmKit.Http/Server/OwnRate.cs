namespace FsmKit.Http;

/// <summary>Lowest rate that one request or response has in the place of the server's. An object, so that other threads can set it.</summary>
internal sealed record OwnRate(RateLimit Limit)
{
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or the window is not more than zero.</exception>
    public static OwnRate Of(int bytesPerSecond, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytesPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        return new OwnRate(new RateLimit(bytesPerSecond, Math.Max(1, (long)window.TotalMilliseconds)));
    }
}
