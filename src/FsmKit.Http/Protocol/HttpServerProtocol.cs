namespace FsmKit.Http;

/// <summary>
/// The server's side of one HTTP/1.1 connection, without its socket: turns received bytes into events, and responses into bytes (RFC 9110,
/// RFC 9112). It reads one request and pauses until the response is finished and <see cref="HttpProtocol.StartNext"/> is called.
/// docs/http-protocol.md lists the inputs that it refuses.
/// </summary>
/// <remarks>
/// Not safe for use by two threads at once. The bytes that <see cref="Read"/> did not consume must begin the input of the next call. The
/// protocol stores a copy of the request's head. A small copy stays after its request, so that an identical next head is not parsed again.
/// </remarks>
public sealed partial class HttpServerProtocol : HttpProtocol
{
    private readonly HttpServerOptions _options;
    private readonly RequestHeadReader _head;

    /// <summary>Creates the protocol of a new connection.</summary>
    /// <param name="options">Options; null takes <see cref="HttpServerOptions.Default"/>.</param>
    public HttpServerProtocol(HttpServerOptions? options = null)
    {
        _options = options ?? HttpServerOptions.Default;
        _head = new RequestHeadReader(_options.Limits);
        _buffer = new HeadBuffer(this);
        _maxBodyBytes = _options.Limits.MaxBodyBytes;
    }

    /// <summary>
    /// The head of the request in progress, from <see cref="HttpEventKind.Request"/> until <see cref="HttpProtocol.StartNext"/>. It does
    /// not refer to the input.
    /// </summary>
    /// <exception cref="InvalidOperationException">No request was read since the connection began, or since
    /// <see cref="HttpProtocol.StartNext"/>.</exception>
    public HttpRequestHead Request => _head.IsWhole ? new HttpRequestHead(_head.Head, _head)
        : throw new InvalidOperationException("There is no request: none was read since the connection began, or went on.");

    /// <summary>
    /// Whether nothing was read since the start of the connection or the last reset, so that <see cref="HttpProtocol.Reset"/> would change
    /// nothing.
    /// </summary>
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
