namespace FsmKit.Http;

/// <summary>Announces a new connection, before its first request (GinsFSM <c>EV_HTTP_CHANNEL_OPENED</c>).</summary>
public readonly record struct EvHttpChannelOpened(GHttpCliSrv Channel);

/// <summary>Announces the end of a connection; no event of the connection follows (GinsFSM <c>EV_HTTP_CHANNEL_CLOSED</c>).</summary>
/// <param name="Channel">The gobj of the connection. Its server destroys it in the next turn of the loop.</param>
/// <param name="Reason">The reason of the end.</param>
public readonly record struct EvHttpChannelClosed(GHttpCliSrv Channel, ChannelEndReason Reason);

/// <summary>
/// Delivers a request, complete unless its body is streamed (GinsFSM <c>EV_HTTP_REQUEST</c>). The receiver answers through
/// <see cref="Response"/> or by <see cref="EvHttpResponse"/>, at once or later. The next request of the connection follows after the
/// answer.
/// </summary>
/// <param name="Channel">The connection that received the request.</param>
/// <param name="Request">The request; valid until the response is finished.</param>
public readonly record struct EvHttpRequest(GHttpCliSrv Channel, HttpRequest Request)
{
    /// <summary>The response to the request.</summary>
    public HttpResponse Response => Request.Response;
}

/// <summary>
/// Answers the request of an HTTP connection (<see cref="GHttpCliSrv"/>) with a whole response (GinsFSM <c>EV_HTTP_RESPONSE</c>).
/// </summary>
public readonly ref struct EvHttpResponse
{
    /// <summary>Creates the event for a response object, which has the status and the fields, and a body.</summary>
    /// <param name="response">The response to the request in progress of the connection; any other one is refused.</param>
    /// <param name="body">The whole body. It is copied or sent before the send of the event returns.</param>
    /// <exception cref="ArgumentNullException">The response is null.</exception>
    public EvHttpResponse(HttpResponse response, ReadOnlySpan<byte> body = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Body = body;
    }

    /// <summary>The response to the request.</summary>
    public HttpResponse Response { get; }

    /// <summary>The whole body; valid until the send of the event returns.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Response.StatusCode}, {Body.Length} bytes";
}

/// <summary>
/// Stops a server: no connection is accepted, requests that have begun are completed, idle connections are closed.
/// <see cref="EvHttpServerStopped"/> announces the end.
/// </summary>
public readonly record struct EvStopServing;

/// <summary>Starts a stopped server again, beginning with the connections in the backlog.</summary>
public readonly record struct EvStartServing;

/// <summary>Announces that the last connection of a stopped server has ended.</summary>
/// <param name="Server">The server.</param>
/// <param name="Dropped">Number of connections that were dropped after <see cref="GHttpServer.DrainTimeout"/>; 0 when all ended in
/// time.</param>
public readonly record struct EvHttpServerStopped(GHttpServer Server, int Dropped);
