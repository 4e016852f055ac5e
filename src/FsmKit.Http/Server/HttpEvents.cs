namespace FsmKit.Http;

/// <summary>A client has connected, and no request has come yet (GinsFSM <c>EV_HTTP_CHANNEL_OPENED</c>).</summary>
public readonly record struct EvHttpChannelOpened(GHttpCliSrv Channel);

/// <summary>A channel has ended: its last event (GinsFSM <c>EV_HTTP_CHANNEL_CLOSED</c>).</summary>
/// <param name="Channel">Whose; its server destroys it in the next cycle.</param>
/// <param name="Reason">Why.</param>
public readonly record struct EvHttpChannelClosed(GHttpCliSrv Channel, ChannelEndReason Reason);

/// <summary>
/// A request, complete unless its body is streamed (GinsFSM <c>EV_HTTP_REQUEST</c>). It is answered through <see cref="Response"/> or by
/// <see cref="EvHttpResponse"/>, now or later; the next one of the channel comes after that.
/// </summary>
/// <param name="Channel">Who received it.</param>
/// <param name="Request">What is asked; good until the response is finished.</param>
public readonly record struct EvHttpRequest(GHttpCliSrv Channel, HttpRequest Request)
{
    /// <summary>What to answer with.</summary>
    public HttpResponse Response => Request.Response;
}

/// <summary>A whole response, sent to the channel that asked (GinsFSM <c>EV_HTTP_RESPONSE</c>).</summary>
public readonly ref struct EvHttpResponse
{
    /// <summary>A response whose status and headers stand in the object; with this body.</summary>
    /// <param name="response">To the request that the channel waits to be answered; another one is refused.</param>
    /// <param name="body">The whole body; copied or sent during the call.</param>
    public EvHttpResponse(HttpResponse response, ReadOnlySpan<byte> body = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Body = body;
    }

    /// <summary>What to answer with.</summary>
    public HttpResponse Response { get; }

    /// <summary>The body.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Response.StatusCode}, {Body.Length} bytes";
}

/// <summary>Accept nothing more, let what has begun come to its end, close the rest. <see cref="EvHttpServerStopped"/> tells the end.</summary>
public readonly record struct EvStopServing;

/// <summary>Serve again: first who has been waiting in the backlog.</summary>
public readonly record struct EvStartServing;

/// <summary>The last channel of a server that was told to stop has ended.</summary>
/// <param name="Server">Which.</param>
/// <param name="Dropped">How many channels had not come to their end within <see cref="GHttpServer.DrainTimeout"/>.</param>
public readonly record struct EvHttpServerStopped(GHttpServer Server, int Dropped);
