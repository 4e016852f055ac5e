namespace FsmKit.Http;

/// <summary>
/// One connection of a server, without its socket: bytes in, events out; responses in, bytes out (RFC 9110, RFC 9112). It reads one
/// request, pauses until that is answered and <see cref="HttpProtocol.StartNext"/> is called, and goes on. Strict: see docs/http.md.
/// </summary>
/// <remarks>Not for two threads at once. It keeps no bytes: what <see cref="Read"/> does not consume, its caller presents again.</remarks>
public sealed partial class HttpServerProtocol : HttpProtocol
{
    private readonly HttpServerOptions _options;
    private readonly RequestHeadReader _head;

    /// <summary>A connection that has just been accepted.</summary>
    public HttpServerProtocol(HttpServerOptions? options = null)
    {
        _options = options ?? HttpServerOptions.Default;
        _head = new RequestHeadReader(_options.Limits);
    }

    /// <summary>The request again, over a copy of its head's bytes (<see cref="HttpEvent.Data"/>); until <see cref="HttpProtocol.StartNext"/>.</summary>
    public HttpRequestHead RequestIn(ReadOnlySpan<byte> headBytes) => new(headBytes, _head);

    private protected override void ForgetHead()
    {
        _head.Reset();
        _isWaitingForContinue = false;
    }
}
