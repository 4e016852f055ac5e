namespace FsmKit.Http;

/// <content>Bodies that the application itself frames.</content>
public sealed partial class HttpResponse
{
    private BodyCoding? _coding;

    /// <summary>
    /// The value of <c>Transfer-Encoding</c> for a body that the application itself has encoded, such as <c>chunked</c> or
    /// <c>gzip, chunked</c>. Null, the default: the server frames the body. If the value ends in <c>chunked</c>, the body consists of
    /// chunks, and bytes that are no complete chunks close the connection. Otherwise, and for HTTP/1.0, which gets no such field (RFC 9112
    /// §6.1), the body ends with the connection. <see cref="ContentLength"/> is not sent beside the field (§6.2), and
    /// <see cref="Trailers"/> are not sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">The head is sent, or the response is finished.</exception>
    /// <exception cref="ArgumentException">The value is no list of transfer codings, or names <c>chunked</c> twice.</exception>
    public string? TransferEncoding
    {
        get => _coding?.Value;
        set
        {
            MustNotHaveStarted();
            _coding = value is null ? null : BodyCoding.Parse(value);
        }
    }
}
