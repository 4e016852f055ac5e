namespace FsmKit.Http;

/// <summary>
/// The client's side of one HTTP/1.1 connection, without its socket: turns requests into bytes, and received bytes into events (RFC 9110,
/// RFC 9112). One request at a time; <see cref="HttpProtocol.StartNext"/> admits the next one.
/// </summary>
/// <remarks>
/// Not safe for use by two threads at once. The protocol stores no input: the bytes that <see cref="Read"/> did not consume must begin the
/// input of the next call.
/// </remarks>
public sealed partial class HttpClientProtocol : HttpProtocol
{
    private readonly HttpLimits _limits;
    private readonly ResponseHeadReader _head;

    /// <summary>Creates the protocol of a new connection.</summary>
    /// <param name="limits">Limits of reading responses; null takes <see cref="HttpLimits.Default"/>.</param>
    public HttpClientProtocol(HttpLimits? limits = null)
    {
        _limits = limits ?? HttpLimits.Default;
        _head = new ResponseHeadReader(_limits);
        _buffer = new HeadBuffer(this);
    }

    /// <summary>
    /// Returns the head of the response again, over the caller's copy of its bytes (<see cref="HttpEvent.Data"/>); valid until
    /// <see cref="HttpProtocol.StartNext"/>.
    /// </summary>
    public HttpResponseHead ResponseIn(ReadOnlySpan<byte> headBytes) => new(headBytes, _head);

    private protected override void ForgetHead()
    {
        _head.Reset();
        _buffer.Release();
        (_isInterim, _interims) = (false, 0);
    }
}
