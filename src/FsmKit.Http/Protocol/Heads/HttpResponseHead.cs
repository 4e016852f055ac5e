namespace FsmKit.Http;

/// <summary>
/// A response's head, checked. It lends the head's bytes: valid as long as those, and until the connection reads the next head.
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

    /// <summary>100 to 999; what is not known is to be taken for the x00 of its class (RFC 9110 §15).</summary>
    public int Status => _places.Status;

    /// <summary>What the server calls the status; often empty, and of no meaning (RFC 9112 §4).</summary>
    public ReadOnlySpan<byte> Reason => Octets.Trim(_head["HTTP/1.1 200".Length.._places.LineLength]);

    /// <summary>False for HTTP/1.0.</summary>
    public bool IsHttp11 => _places.MinorVersion > 0;

    /// <summary>The field lines.</summary>
    public HttpFields Fields => new(_head, _places.Fields);

    /// <summary>How the body is framed.</summary>
    public BodyKind Body => _places.Body.Kind;

    /// <summary>The body's length, if the head says it: 0 without a body, null when its end will say it.</summary>
    public long? BodyLength => Body is BodyKind.None or BodyKind.Length ? _places.Body.Length : null;

    /// <summary>The server keeps the connection for another request.</summary>
    public bool KeepAlive => _places.KeepAlive;
}
