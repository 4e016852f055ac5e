using System.Text;

namespace FsmKit.Http;

/// <summary>
/// A request's head, checked. It lends the connection's copy of it: valid until the connection goes on to the next request.
/// </summary>
public readonly ref struct HttpRequestHead
{
    private readonly ReadOnlySpan<byte> _head;
    private readonly RequestHeadReader _places;

    internal HttpRequestHead(ReadOnlySpan<byte> head, RequestHeadReader places)
    {
        _head = head;
        _places = places;
    }

    /// <summary>The method, if it is a known one.</summary>
    public KnownMethod Method => _places.Method;

    /// <summary>The method as it was sent; a token.</summary>
    public ReadOnlySpan<byte> MethodName => _head[.._places.MethodLength];

    /// <summary>The request target as it was sent.</summary>
    public ReadOnlySpan<byte> Target => _head.Slice(_places.MethodLength + 1, _places.TargetLength);

    /// <summary>The target's form; it fits the method.</summary>
    public TargetForm TargetForm => _places.Target.Form;

    /// <summary>The path as it was sent; <c>/</c> when an absolute form has none, <c>*</c> for the asterisk, empty for CONNECT.</summary>
    public ReadOnlySpan<byte> RawPath => PathPart.IsEmpty && TargetForm == TargetForm.Absolute ? "/"u8 : PathPart;

    /// <summary>The query as it was sent, without its question mark; empty when there is none. See <see cref="HttpQuery"/>.</summary>
    public ReadOnlySpan<byte> RawQuery => Target.Length > _places.Target.PathEnd ? Target[(_places.Target.PathEnd + 1)..] : default;

    /// <summary>
    /// The host with its port, if it has one: of the target, or of <c>Host</c>; empty when <c>Host</c> is, and when an HTTP/1.0 request has
    /// neither. Names come as they were sent, with their escapes.
    /// </summary>
    public ReadOnlySpan<byte> Authority =>
        TargetForm is TargetForm.Absolute or TargetForm.Authority ? TargetAuthority
        : Fields.TryGet(KnownHeader.Host, out var host) ? host : default;

    /// <summary>
    /// The scheme in the target: <c>http</c> or <c>https</c>; empty when it has none. One that is not the connection's is for another server,
    /// unless a trusted gateway sends it (RFC 9110 §7.4).
    /// </summary>
    public ReadOnlySpan<byte> TargetScheme =>
        TargetForm != TargetForm.Absolute ? default : _places.Target.IsSecure ? "https"u8 : "http"u8;

    /// <summary>False for HTTP/1.0.</summary>
    public bool IsHttp11 => _places.MinorVersion > 0;

    /// <summary>The field lines.</summary>
    public HttpFields Fields => new(_head, _places.Fields);

    /// <summary>How the body is framed.</summary>
    public BodyKind Body => _places.Meaning.Body.Kind;

    /// <summary>The body's length, if the head says it: 0 without a body, null when it is chunked.</summary>
    public long? BodyLength => Body == BodyKind.Chunked ? null : _places.Meaning.Body.Length;

    /// <summary>The client wants to use the connection again (RFC 9112 §9.3).</summary>
    public bool KeepAlive => _places.Meaning.KeepAlive;

    /// <summary>The client waits for <c>100 Continue</c> before it sends the body (RFC 9110 §10.1.1).</summary>
    public bool ExpectsContinue => _places.Meaning.ExpectsContinue;

    /// <summary>The client offers the protocols in <c>Upgrade</c> (RFC 9110 §7.8).</summary>
    public bool WantsUpgrade => _places.Meaning.WantsUpgrade;

    /// <summary>
    /// The path decoded: escapes resolved once, no dot segments. What stays as it was sent: <c>%2F</c>, and octets that are not UTF-8, escaped
    /// or not. Escaped control characters but NUL are in the result.
    /// </summary>
    /// <param name="destination">As long as <see cref="RawPath"/>, or longer.</param>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int DecodePath(Span<byte> destination)
    {
        var path = RawPath;
        if (destination.Length < path.Length)
        {
            throw new ArgumentException($"A path of {path.Length} bytes needs as many.", nameof(destination));
        }

        if (_places.Target.IsCoded)
        {
            return PathDecoding.Decode(path, destination);
        }

        path.CopyTo(destination);
        return path.Length;
    }

    /// <summary>
    /// The path decoded, as a string; see <see cref="DecodePath"/>. An octet that is not UTF-8 and was not escaped, which
    /// <see cref="HttpLimits.AcceptNonAsciiTargets"/> lets through, is U+FFFD.
    /// </summary>
    public string GetPath()
    {
        var path = RawPath;
        if (!_places.Target.IsCoded)
        {
            // The root is what is asked for most: nothing is made for it.
            return path is [(byte)'/'] ? "/" : Encoding.ASCII.GetString(path);
        }

        var decoded = new byte[path.Length];
        return Encoding.UTF8.GetString(decoded, 0, DecodePath(decoded));
    }

    internal bool IsAt(ReadOnlySpan<byte> host) => _places.Target.IsAt(host, Target);

    private ReadOnlySpan<byte> TargetAuthority => Target[_places.Target.AuthorityStart.._places.Target.PathStart];

    private ReadOnlySpan<byte> PathPart => Target[_places.Target.PathStart.._places.Target.PathEnd];
}
