namespace FsmKit.Http;

/// <summary>
/// One connection of a server, without its socket: bytes in, events out; responses in, bytes out (RFC 9110, RFC 9112). It reads one
/// request, pauses until that is answered and <see cref="StartNext"/> is called, and goes on. Strict: see docs/http.md.
/// </summary>
/// <remarks>Not for two threads at once. It keeps no bytes: what <see cref="Read"/> does not consume, its caller presents again.</remarks>
public sealed partial class HttpServerProtocol : IDisposable
{
    private readonly HttpServerOptions _options;
    private readonly RequestHeadReader _head;
    private ConnectionStates _states = ConnectionStates.AtStart;

    /// <summary>A connection that has just been accepted.</summary>
    public HttpServerProtocol(HttpServerOptions? options = null)
    {
        _options = options ?? HttpServerOptions.Default;
        _head = new RequestHeadReader(_options.Limits);
    }

    /// <summary>Where the client is.</summary>
    public HttpSide ClientSide => _states.Client;

    /// <summary>Where we are.</summary>
    public HttpSide ServerSide => _states.Server;

    /// <summary>Whether the connection goes on after this response. False once either side has said that it does not.</summary>
    public bool KeepAlive => _states.KeepAlive;

    /// <summary>Whether request and response are finished, and the connection is good for the next ones.</summary>
    public bool CanStartNext => _states.CanStartNext;

    /// <summary>Begins with the next request.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CanStartNext"/> is false.</exception>
    public void StartNext()
    {
        if (!CanStartNext)
        {
            throw new InvalidOperationException($"The client is at {ClientSide} and the server at {ServerSide}; the next request "
                + "begins when both are Done.");
        }

        _states.StartNext();
        Forget();
    }

    /// <summary>The request again, over a copy of its head's bytes (<see cref="HttpEvent.Data"/>); until <see cref="StartNext"/>.</summary>
    public HttpRequestHead RequestIn(ReadOnlySpan<byte> headBytes) => new(headBytes, _head);

    /// <summary>Makes this response the last one of the connection; if its head is not written yet, it will say so.</summary>
    public void CloseAfterResponse() => _states.Last();

    /// <summary>Gives back what is pooled. Nothing else is held.</summary>
    public void Dispose() => Forget();

    private void Forget()
    {
        _head.Reset();
        _trailers?.Begin(0);
        _isWaitingForContinue = false;
    }
}
