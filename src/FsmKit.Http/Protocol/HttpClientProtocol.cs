namespace FsmKit.Http;

/// <summary>
/// One connection of a client, without its socket: requests in, bytes out; bytes in, events out (RFC 9110, RFC 9112). One request at a
/// time; the next one after <see cref="HttpProtocol.StartNext"/>.
/// </summary>
/// <remarks>Not for two threads at once. It keeps no bytes: what <see cref="Read"/> does not consume, its caller presents again.</remarks>
public sealed partial class HttpClientProtocol : HttpProtocol
{
    private readonly HttpLimits _limits;
    private readonly ResponseHeadReader _head;

    /// <summary>A connection that has just been made.</summary>
    /// <param name="limits">How much the server may send.</param>
    public HttpClientProtocol(HttpLimits? limits = null)
    {
        _limits = limits ?? HttpLimits.Default;
        _head = new ResponseHeadReader(_limits);
        _buffer = new HeadBuffer(this);
    }

    /// <summary>
    /// The response again, over a copy of its head's bytes (<see cref="HttpEvent.Data"/>); until <see cref="HttpProtocol.StartNext"/>.
    /// </summary>
    public HttpResponseHead ResponseIn(ReadOnlySpan<byte> headBytes) => new(headBytes, _head);

    private protected override void ForgetHead()
    {
        _head.Reset();
        _buffer.Release();
        (_isInterim, _interims) = (false, 0);
    }
}
