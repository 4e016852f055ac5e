namespace FsmKit.Net;

/// <summary>Reason why a request of a <see cref="GRequester"/> gets no response.</summary>
public enum RequestFailure : byte
{
    /// <summary>No response came within the timeout. A request that had not been sent by then is never sent.</summary>
    TimedOut,

    /// <summary>The connection ended after the request had been sent. The peer may have processed the request.</summary>
    ConnectionLost,

    /// <summary><see cref="GRequester.MaxOutstanding"/> requests, or the events of the loop, were the limit. The request was not sent.</summary>
    Refused,

    /// <summary>The requester was destroyed.</summary>
    Destroyed,
}

/// <summary>Treatment of requests that were sent and not answered when the connection ended.</summary>
public enum LostRequests : byte
{
    /// <summary>They fail with <see cref="RequestFailure.ConnectionLost"/>, because the peer may have processed them.</summary>
    Fail,

    /// <summary>
    /// They are sent again with the next connection, before all others, within their timeouts. For requests that may be processed twice.
    /// </summary>
    Resend,
}
