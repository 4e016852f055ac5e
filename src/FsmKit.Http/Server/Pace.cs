namespace FsmKit.Http;

/// <summary>Lowest rate of a transfer.</summary>
/// <param name="BytesPerSecond">Average of each window; 0 is no limit.</param>
/// <param name="Window">Length of a window in milliseconds. A transfer may stand still for one window.</param>
internal readonly record struct RateLimit(int BytesPerSecond, long Window);

/// <summary>Measures the rate of a transfer, window by window. Earlier speed does not make up for a slow window.</summary>
internal sealed class Pace
{
    private const long NotMoving = -1;
    private long _since = NotMoving;
    private long _before;

    public void Begin(long now) => (_since, _before) = (now, 0);

    public void Forget() => _since = NotMoving;

    /// <summary>Returns whether the window that ends now moved fewer bytes than the limit asks.</summary>
    public bool IsTooSlow(RateLimit limit, long now, long bytes) => limit.BytesPerSecond > 0 && _since != NotMoving
        && now - _since > limit.Window && (bytes - _before) * 1000 < (now - _since) * limit.BytesPerSecond;

    /// <summary>Begins the next window when one is over, and restarts when the transfer does not wait for the other side.</summary>
    public void Measure(RateLimit limit, long now, long bytes, bool isMoving)
    {
        if (!isMoving || _since == NotMoving || now - _since > limit.Window)
        {
            (_since, _before) = (isMoving ? now : NotMoving, bytes);
        }
    }
}
