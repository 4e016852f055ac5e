using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Methods for the helper objects of a connection; most of them send it an event.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>State shared by the channels of the server.</summary>
    internal HttpServerContext Context => Server.Context;

    /// <summary>The client, or the proxy in front of it; null when the address is unknown.</summary>
    internal System.Net.EndPoint? Peer => Gsock.ProxyPeername ?? Gsock.Peername;

    /// <summary>Requests the body from the client. Callable from any thread.</summary>
    internal void WantBody(HttpExchange exchange) => PostAlways(new EvWantBody(exchange));

    /// <summary>Notes that the reader of the body has caught up.</summary>
    internal void TellBodyTaken(StreamedBody body)
    {
        if (Answering.Current?.Input == body)
        {
            this.Send(new EvBodyTaken());
        }
    }

    /// <summary>Notes that a part of the body was written to its file, or has failed. Callable from any thread.</summary>
    internal void NoteSpilled(Exception? failure) => PostAlways(new EvSpilled(failure));

    /// <summary>Continues reading in the next cycle.</summary>
    internal void ReadOnNextCycle() => PostAlways(new EvDequeueRequest());

    /// <summary>Publishes a request. Returns false when no subscriber has taken it.</summary>
    internal bool PublishRequest(HttpRequest request)
    {
        Context.IsTaken = false;
        Publish(new EvHttpRequest(this, request));

        // A receiver that has taken the request and then unsubscribed will not answer.
        return Context.IsTaken && HasSubscribers<EvHttpRequest>(this);
    }
}
