namespace FsmKit.Net;

/// <summary>Reason why a request of a <see cref="GRequester"/> gets no response.</summary>
public enum RequestFailure : byte
{
    /// <summary>No response came within the timeout. A request that had not been sent by then is never sent.</summary>
    TimedOut,

    /// <summary>The connection ended after the request had been sent. The peer may have processed the request.</summary>
    ConnectionLost,

    /// <summary>
    /// The requester already had <see cref="GRequester.MaxOutstanding"/> requests, or the loop <see cref="GAplicOptions.PostCapacity"/>
    /// posted events. The request was not sent.
    /// </summary>
    Refused,

    /// <summary>The <see cref="GRequester"/> was destroyed.</summary>
    Destroyed,
}

/// <summary>Treatment of requests that were sent and not answered when the connection ended.</summary>
public enum LostRequests : byte
{
    /// <summary>The requests fail with <see cref="RequestFailure.ConnectionLost"/>, because the peer may have processed them.</summary>
    Fail,

    /// <summary>
    /// The requests are sent again with the next connection, before all others, within their timeouts. For requests that may be processed
    /// twice.
    /// </summary>
    Resend,
}
