using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// A request and its response, with the protocol that reads the one and writes the other. A channel has one while a request is there; it serves
/// the next request of any channel when nobody outside can still hold it.
/// </summary>
internal sealed partial class HttpExchange
{
    private PooledBytes _trailers;
    private Action? _whenSent;
    private ExchangeStates _states;

    public HttpExchange(HttpServerContext context)
    {
        Context = context;
        Protocol = new HttpServerProtocol(context.Options);
        Request = new HttpRequest(this);
        Response = new HttpResponse(this);
    }

    public HttpServerContext Context { get; }

    /// <summary>Where the exchange is in its life.</summary>
    public ExchangeStates States => _states;

    public HttpServerProtocol Protocol { get; }

    public HttpRequest Request { get; }

    public HttpResponse Response { get; }

    /// <summary>Whose; null when the channel has nothing to do with it any more.</summary>
    public GHttpCliSrv? Channel { get; set; }

    /// <summary>What has come of the body.</summary>
    public BodyStore Body { get; } = new();

    /// <summary>How fast the body comes.</summary>
    public Pace BodyPace { get; } = new();

    /// <summary>How much of it has come, since the application was done with the request if it is.</summary>
    public long BodyBytes { get; set; }

    /// <summary>The body of a request that was published before it came.</summary>
    public StreamedBody? Input { get; private set; }

    /// <summary>The body of a response that is written by a handler somewhere else, or later.</summary>
    public PipedBody? Output { get; private set; }

    /// <summary>Moves the exchange, and keeps the count of the requests that are in service.</summary>
    /// <exception cref="InvalidOperationException">This cannot happen to it now: a mistake of this library.</exception>
    public void Does(ExchangeSignal signal)
    {
        var before = _states.Count;
        _states.Does(signal);
        Context.InService += _states.Count - before;
    }

    public HttpFields Trailers => Protocol.TrailersIn(_trailers.Span);

    public void KeepTrailers(ReadOnlySpan<byte> block)
    {
        _trailers.Add(block);
        Context.DroppedTrailers += Trailers.Dropped;
    }

    public StreamedBody OpenInput() => Input ??= new StreamedBody(this);

    public PipedBody OpenOutput() => Output ??= new PipedBody(this);

    /// <summary>The request is over, and nobody works for it: what was pooled for it goes back.</summary>
    public void Forget()
    {
        Input?.End(new HttpBodyException(0, "The request is answered: its body is not read any more."));
        Output?.End();
        Output?.Reader.Complete();
        if (_states.Holder != ExchangeHolder.Kept)
        {
            Input?.Complete();
        }

        _trailers.Clear();
        Body.Clear();
        Request.Forget();
        Response.Forget();
        BodyPace.Forget();
        BodyBytes = 0;
        (Input, Output, _whenSent) = (null, null, null);
    }

    /// <summary>The client is gone, or given up: who works for it is told.</summary>
    public void Abort()
    {
        _whenSent = null;
        Request.TellAborted();
        Input?.End(new HttpBodyException(0, "The client is gone, or its connection was closed, before its request was complete."));
        Output?.Reader.Complete();
    }

    /// <summary>Calls back when all output has been handed to the system.</summary>
    public void WhenSent(Action callback) => _whenSent += callback;

    public void TellSent()
    {
        var callbacks = _whenSent;
        _whenSent = null;
        callbacks?.Invoke();
    }
}
