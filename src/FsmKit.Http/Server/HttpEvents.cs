namespace FsmKit.Http;

/// <summary>Announces the channel of a new connection, before its first request (GinsFSM <c>EV_HTTP_CHANNEL_OPENED</c>).</summary>
public readonly record struct EvHttpChannelOpened(GHttpCliSrv Channel);

/// <summary>Announces the end of a channel; no event of the channel follows (GinsFSM <c>EV_HTTP_CHANNEL_CLOSED</c>).</summary>
/// <param name="Channel">The channel. Its server destroys it in the next cycle.</param>
/// <param name="Reason">The reason of the end.</param>
public readonly record struct EvHttpChannelClosed(GHttpCliSrv Channel, ChannelEndReason Reason);

/// <summary>
/// Delivers a request, complete unless its body is streamed (GinsFSM <c>EV_HTTP_REQUEST</c>). The receiver answers through
/// <see cref="Response"/> or by <see cref="EvHttpResponse"/>, at once or later. The next request of the channel follows after the answer.
/// </summary>
/// <param name="Channel">The channel that received the request.</param>
/// <param name="Request">The request; valid until the response is finished.</param>
public readonly record struct EvHttpRequest(GHttpCliSrv Channel, HttpRequest Request)
{
    /// <summary>The response to the request.</summary>
    public HttpResponse Response => Request.Response;
}

/// <summary>Answers the request of a channel with a whole response (GinsFSM <c>EV_HTTP_RESPONSE</c>).</summary>
public readonly ref struct EvHttpResponse
{
    /// <summary>Creates the event for a response object, which has the status and the fields, and a body.</summary>
    /// <param name="response">The response to the request that the channel waits for; any other one is refused.</param>
    /// <param name="body">The whole body. The channel copies or sends it during the call.</param>
    /// <exception cref="ArgumentNullException">The response is null.</exception>
    public EvHttpResponse(HttpResponse response, ReadOnlySpan<byte> body = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Body = body;
    }

    /// <summary>The response to the request.</summary>
    public HttpResponse Response { get; }

    /// <summary>The whole body, borrowed for the call.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Response.StatusCode}, {Body.Length} bytes";
}

/// <summary>
/// Stops a server: no connection is accepted, requests that have begun are completed, idle channels are closed.
/// <see cref="EvHttpServerStopped"/> announces the end.
/// </summary>
public readonly record struct EvStopServing;

/// <summary>Starts a stopped server again, beginning with the connections in the backlog.</summary>
public readonly record struct EvStartServing;

/// <summary>Announces that the last channel of a stopped server has ended.</summary>
/// <param name="Server">The server.</param>
/// <param name="Dropped">Number of channels that were dropped after <see cref="GHttpServer.DrainTimeout"/>; 0 when all ended in time.</param>
public readonly record struct EvHttpServerStopped(GHttpServer Server, int Dropped);
