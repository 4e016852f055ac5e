namespace FsmKit.Http;

/// <summary>How fast bytes must move.</summary>
/// <param name="BytesPerSecond">On the average of a window; 0 is no limit.</param>
/// <param name="Window">Milliseconds: what is allowed to stand still for so long.</param>
internal readonly record struct RateLimit(int BytesPerSecond, long Window);

/// <summary>Whether bytes move fast enough, window after window: who was fast before may not stand still now.</summary>
internal sealed class Pace
{
    private const long NotMoving = -1;
    private long _since = NotMoving;
    private long _before;

    public void Begin(long now) => (_since, _before) = (now, 0);

    public void Forget() => _since = NotMoving;

    /// <summary>Whether the window that ends now moved less than the limit asks.</summary>
    public bool IsTooSlow(RateLimit limit, long now, long bytes) => limit.BytesPerSecond > 0 && _since != NotMoving
        && now - _since > limit.Window && (bytes - _before) * 1000 < (now - _since) * limit.BytesPerSecond;

    /// <summary>Goes on to the next window when one is over, or begins anew when it is not the other side that is waited for.</summary>
    public void Measure(RateLimit limit, long now, long bytes, bool isMoving)
    {
        if (!isMoving || _since == NotMoving || now - _since > limit.Window)
        {
            (_since, _before) = (isMoving ? now : NotMoving, bytes);
        }
    }
}
