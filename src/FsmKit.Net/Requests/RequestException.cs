namespace FsmKit.Net;

/// <summary>A request of <see cref="GRequester.CallAsync"/> gets no response.</summary>
public sealed class RequestException : Exception
{
    internal RequestException(RequestFailure reason, string requester)
        : base(Text(reason, requester)) => Reason = reason;

    /// <summary>The reason.</summary>
    public RequestFailure Reason { get; }

    private static string Text(RequestFailure reason, string requester) => reason switch
    {
        RequestFailure.TimedOut => $"{requester} got no response within the timeout of the request.",
        RequestFailure.ConnectionLost => $"The connection of {requester} ended before the response. The peer may have processed the request.",
        RequestFailure.Refused => $"{requester} takes no more requests: send less, or raise MaxOutstanding (or PostCapacity of the loop).",
        _ => $"{requester} is destroyed.",
    };
}
