using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// A request and its response, with the protocol that reads and writes them. A channel has an exchange while a request is in progress. An
/// exchange that the application no longer holds serves the next request of any channel.
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

    /// <summary>The state of the exchange.</summary>
    public ExchangeStates States => _states;

    public HttpServerProtocol Protocol { get; }

    public HttpRequest Request { get; }

    public HttpResponse Response { get; }

    /// <summary>The channel; null once the exchange is detached.</summary>
    public GHttpCliSrv? Channel { get; set; }

    /// <summary>The collected body of the request.</summary>
    public BodyStore Body { get; } = new();

    /// <summary>The rate of the request's body.</summary>
    public Pace BodyPace { get; } = new();

    /// <summary>Number of received body bytes; while a body is skipped, counted from the end of the response.</summary>
    public long BodyBytes { get; set; }

    /// <summary>The streamed body of the request; null without one.</summary>
    public StreamedBody? Input { get; private set; }

    /// <summary>The pipe of the response's body, for handlers that are asynchronous or run on the thread pool; null without one.</summary>
    public PipedBody? Output { get; private set; }

    /// <summary>Moves the exchange and keeps the number of requests in service.</summary>
    /// <exception cref="InvalidOperationException">The table has no such move from this state: a mistake of this library.</exception>
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

    /// <summary>Opens both pipes, for another protocol. After <see cref="Abort"/> they are at their end. Callable from any thread.</summary>
    public (StreamedBody Input, PipedBody Output) OpenBoth()
    {
        var both = (OpenInput(), OpenOutput());
        Interlocked.MemoryBarrier(); // The loop aborts at any moment: it sees the pipes, or they are ended here.
        if (Request.IsAborted)
        {
            EndPipes();
        }

        return both;
    }

    /// <summary>Releases the pooled objects of a request that is over and that nothing holds.</summary>
    public void Forget()
    {
        Input?.End(new HttpBodyException(0, "The request is answered: the rest of its body is not read."));
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

    /// <summary>Ends the pipes and cancels <see cref="HttpRequest.Aborted"/>, because the client is gone or given up.</summary>
    public void Abort()
    {
        _whenSent = null;
        Request.TellAborted();
        EndPipes();
    }

    /// <summary>Adds a callback for the time when all output has been handed to the operating system.</summary>
    public void WhenSent(Action callback) => _whenSent += callback;

    public void TellSent()
    {
        var callbacks = _whenSent;
        _whenSent = null;
        callbacks?.Invoke();
    }

    private void EndPipes()
    {
        Input?.End(new HttpBodyException(0, "The client is gone, or its connection was closed, before its request was complete."));
        Output?.Reader.Complete();
    }
}
