using System.Text;

namespace FsmKit.Http;

/// <summary>
/// The checked head of a request: request line and field lines. It refers to the copy of the bytes in <see cref="HttpServerProtocol"/>,
/// valid until <see cref="HttpProtocol.StartNext"/>.
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

    /// <summary>The method; <see cref="KnownMethod.Other"/> for a method that the enum does not name.</summary>
    public KnownMethod Method => _places.Method;

    /// <summary>The octets of the method as they were sent: a token.</summary>
    public ReadOnlySpan<byte> MethodName => _head[.._places.MethodLength];

    /// <summary>The octets of the request target as they were sent.</summary>
    public ReadOnlySpan<byte> Target => _head.Slice(_places.MethodLength + 1, _places.TargetLength);

    /// <summary>The form of the target, which fits the method.</summary>
    public TargetForm TargetForm => _places.Target.Form;

    /// <summary>
    /// The octets of the path as they were sent; <c>/</c> for an absolute form without a path, <c>*</c> for the asterisk form, empty for
    /// CONNECT.
    /// </summary>
    public ReadOnlySpan<byte> RawPath => PathPart.IsEmpty && TargetForm == TargetForm.Absolute ? "/"u8 : PathPart;

    /// <summary>
    /// The octets of the query as they were sent, without the question mark; empty when there is none. See <see cref="HttpQuery"/>.
    /// </summary>
    public ReadOnlySpan<byte> RawQuery => Target.Length > _places.Target.PathEnd ? Target[(_places.Target.PathEnd + 1)..] : default;

    /// <summary>
    /// The requested host, with its port if one was sent: from the target, or else from <c>Host</c>. Empty for an empty <c>Host</c>, and
    /// for an HTTP/1.0 request with neither. Escapes in names are not decoded.
    /// </summary>
    public ReadOnlySpan<byte> Authority =>
        TargetForm is TargetForm.Absolute or TargetForm.Authority ? TargetAuthority
        : Fields.TryGet(KnownHeader.Host, out var host) ? host : default;

    /// <summary>
    /// The scheme in the target, <c>http</c> or <c>https</c>; empty for targets without one. A request with another scheme than that of its
    /// connection is meant for another server, unless a trusted gateway sends it (RFC 9110 §7.4).
    /// </summary>
    public ReadOnlySpan<byte> TargetScheme =>
        TargetForm != TargetForm.Absolute ? default : _places.Target.IsSecure ? "https"u8 : "http"u8;

    /// <summary>Whether the version is HTTP/1.1 or compatible with it; false for HTTP/1.0.</summary>
    public bool IsHttp11 => _places.MinorVersion > 0;

    /// <summary>The field lines.</summary>
    public HttpFields Fields => new(_head, _places.Fields);

    /// <summary>The framing of the body.</summary>
    public BodyKind Body => _places.Meaning.Body.Kind;

    /// <summary>The announced length of the body in bytes; 0 without a body, null for a chunked one.</summary>
    public long? BodyLength => Body == BodyKind.Chunked ? null : _places.Meaning.Body.Length;

    /// <summary>Whether the client keeps the connection for another request (RFC 9112 §9.3).</summary>
    public bool KeepAlive => _places.Meaning.KeepAlive;

    /// <summary>Whether the client waits for <c>100 Continue</c> before it sends the body (RFC 9110 §10.1.1).</summary>
    public bool ExpectsContinue => _places.Meaning.ExpectsContinue;

    /// <summary>Whether the client offers the protocols in <c>Upgrade</c> (RFC 9110 §7.8).</summary>
    public bool WantsUpgrade => _places.Meaning.WantsUpgrade;

    /// <summary>
    /// Decodes the path: resolves escapes once and removes dot segments. <c>%2F</c>, and octets that are not UTF-8, stay as they were sent.
    /// The result may contain control characters that were escaped, except NUL.
    /// </summary>
    /// <param name="destination">A span at least as long as <see cref="RawPath"/>.</param>
    /// <returns>The length of the decoded path in bytes.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int DecodePath(Span<byte> destination)
    {
        var path = RawPath;
        if (destination.Length < path.Length)
        {
            throw new ArgumentException($"A path of {path.Length} bytes needs a destination of as many.", nameof(destination));
        }

        if (_places.Target.IsCoded)
        {
            return PathDecoding.Decode(path, destination);
        }

        path.CopyTo(destination);
        return path.Length;
    }

    /// <summary>
    /// Returns the decoded path as a string; see <see cref="DecodePath"/>. An unescaped octet that is not UTF-8, admitted by
    /// <see cref="HttpLimits.AcceptNonAsciiTargets"/>, becomes U+FFFD.
    /// </summary>
    public string GetPath()
    {
        var path = RawPath;
        if (!_places.Target.IsCoded)
        {
            // The root is requested most: its string is a literal.
            return path is [(byte)'/'] ? "/" : Encoding.ASCII.GetString(path);
        }

        var decoded = new byte[path.Length];
        return Encoding.UTF8.GetString(decoded, 0, DecodePath(decoded));
    }

    internal bool IsAt(ReadOnlySpan<byte> host) => _places.Target.IsAt(host, Target);

    private ReadOnlySpan<byte> TargetAuthority => Target[_places.Target.AuthorityStart.._places.Target.PathStart];

    private ReadOnlySpan<byte> PathPart => Target[_places.Target.PathStart.._places.Target.PathEnd];
}
