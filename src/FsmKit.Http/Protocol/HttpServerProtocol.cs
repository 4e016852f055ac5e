namespace FsmKit.Http;

/// <summary>
/// One connection of a server, without its socket: bytes in, events out; responses in, bytes out (RFC 9110, RFC 9112). It reads one
/// request, pauses until that is answered and <see cref="HttpProtocol.StartNext"/> is called, and goes on. Strict: see docs/http-protocol.md.
/// </summary>
/// <remarks>
/// Not for two threads at once. What <see cref="Read"/> does not consume, its caller presents again. It keeps a copy of the request's
/// head, and if that is small also beyond its request: the same head again is not parsed again.
/// </remarks>
public sealed partial class HttpServerProtocol : HttpProtocol
{
    private readonly HttpServerOptions _options;
    private readonly RequestHeadReader _head;

    /// <summary>A connection that has just been accepted.</summary>
    public HttpServerProtocol(HttpServerOptions? options = null)
    {
        _options = options ?? HttpServerOptions.Default;
        _head = new RequestHeadReader(_options.Limits);
        _buffer = new HeadBuffer(this);
        _maxBodyBytes = _options.Limits.MaxBodyBytes;
    }

    /// <summary>
    /// The request that is being read or answered: from its event until <see cref="HttpProtocol.StartNext"/>, whatever becomes of the
    /// input.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public HttpRequestHead Request => _head.IsWhole ? new HttpRequestHead(_head.Head, _head)
        : throw new InvalidOperationException("There is no request: none was read since the connection began, or went on.");

    /// <summary>Whether nothing has been read since the connection, or its next request, began: no <see cref="HttpProtocol.Reset"/> is needed.</summary>
    internal bool IsAtStart => _states.IsAtStart && _head.IsAtStart;

    private protected override void ForgetHead()
    {
        _head.Reset();
        _buffer.Forget();
        _isWaitingForContinue = false;
        _maxBodyBytes = _options.Limits.MaxBodyBytes;
    }

    private protected override void Release()
    {
        _head.Release();
        _buffer.Release();
    }
}
