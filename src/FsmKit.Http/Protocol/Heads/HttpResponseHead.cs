namespace FsmKit.Http;

/// <summary>
/// The checked head of a response: status line and field lines. It refers to the bytes of the head. Valid as long as these bytes, and at
/// most until the protocol reads the next head.
/// </summary>
public readonly ref struct HttpResponseHead
{
    private readonly ReadOnlySpan<byte> _head;
    private readonly ResponseHeadReader _places;

    internal HttpResponseHead(ReadOnlySpan<byte> head, ResponseHeadReader places)
    {
        _head = head;
        _places = places;
    }

    /// <summary>The status code, 100 to 999. An unknown one is to be treated as the x00 of its class (RFC 9110 §15).</summary>
    public int Status => _places.Status;

    /// <summary>The reason phrase; often empty, and to be ignored (RFC 9112 §4).</summary>
    public ReadOnlySpan<byte> Reason => Octets.Trim(_head["HTTP/1.1 200".Length.._places.LineLength]);

    /// <summary>Whether the version is HTTP/1.1 or compatible with it; false for HTTP/1.0.</summary>
    public bool IsHttp11 => _places.MinorVersion > 0;

    /// <summary>The field lines.</summary>
    public HttpFields Fields => new(_head, _places.Fields);

    /// <summary>The framing of the body.</summary>
    public BodyKind Body => _places.Body.Kind;

    /// <summary>The announced length of the body in bytes; 0 without a body, null for a body that is chunked or ends with the connection.</summary>
    public long? BodyLength => Body is BodyKind.None or BodyKind.Length ? _places.Body.Length : null;

    /// <summary>Whether the server keeps the connection for another request (RFC 9112 §9.3).</summary>
    public bool KeepAlive => _places.KeepAlive;
}
