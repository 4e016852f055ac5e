namespace FsmKit.Http;

/// <summary>The limits on the time that a channel waits for its client, or for the application. Times in milliseconds of the loop's clock.</summary>
internal struct Deadlines
{
    private long _since;

    /// <summary>Begins the waiting anew.</summary>
    public void Begin(long now) => _since = now;

    /// <summary>Returns whether the connection has had no request for too long.</summary>
    public readonly bool IsIdleTooLong(HttpServerContext limits, long now) =>
        IsOver(now, Math.Min(limits.KeepAliveTimeout, limits.InactivityTimeout));

    /// <summary>Returns whether the head of a request has been incomplete for too long.</summary>
    public readonly bool IsHeadOverdue(HttpServerContext limits, long now) => IsOver(now, limits.HeadTimeout);

    /// <summary>Returns whether the application has not begun its response for too long.</summary>
    public readonly bool IsResponseOverdue(HttpServerContext limits, long now) => IsOver(now, limits.ResponselessTimeout);

    private readonly bool IsOver(long now, long limit) => limit > 0 && now - _since >= limit;
}
