namespace FsmKit.Http;

/// <content>
/// Strictness of reading. The end and the recipient of a message never depend on these switches; they only decide which messages are
/// refused.
/// </content>
public sealed partial class HttpLimits
{
    /// <summary>
    /// Default limits with all strict switches on: refuses everything that a client should not send. For servers with known clients, and
    /// for handlers that rely on such checks.
    /// </summary>
    public static HttpLimits Strict { get; } = new()
    {
        StrictTargets = true,
        StrictHosts = true,
        AcceptEmptyHost = false,
        AcceptUnknownMethods = false,
        StrictFields = true,
        StrictFraming = true,
    };

    /// <summary>
    /// Default limits with the three switches on that accept text outside the grammar of HTTP: <see cref="AcceptBareBlankLines"/>,
    /// <see cref="AcceptPathsAboveRoot"/> and <see cref="AcceptLooseChunkExtensions"/>. Kestrel reads such text, too.
    /// </summary>
    public static HttpLimits Tolerant { get; } = new()
    {
        AcceptBareBlankLines = true,
        AcceptPathsAboveRoot = true,
        AcceptLooseChunkExtensions = true,
    };

    /// <summary>
    /// Whether a request target must be a URI (RFC 3986); any other is refused with status 400. An accepted target has no unescaped
    /// <c>"&lt;&gt;\^`{|}</c>, its query has no malformed escape and no <c>%00</c>, and its path has no escape of a control character or of
    /// octets that are not UTF-8. Default false, because browsers send other targets too (WHATWG URL).
    /// </summary>
    public bool StrictTargets { get; init; }

    /// <summary>
    /// Whether a path or a query may contain unescaped octets from 0x80 on, as old clients send them. Default false: refused with status
    /// 400.
    /// </summary>
    public bool AcceptNonAsciiTargets { get; init; }

    /// <summary>
    /// Whether a host must be an address or a name of letters, digits and <c>-._~</c>, and the port behind a colon a number from 1 to 65535
    /// of at most five digits; any other is refused with status 400. Default false: the grammar of RFC 3986 §3.2.2 and §3.2.3, without the
    /// comma in names.
    /// </summary>
    public bool StrictHosts { get; init; }

    /// <summary>
    /// Whether <c>Host</c> may be empty when the target has no authority, as RFC 9112 §3.2 demands. Default true; false: refused with
    /// status 400. When the target has an authority, an empty <c>Host</c> is refused with status 400, unless
    /// <see cref="TargetWinsOverHost"/> is true too.
    /// </summary>
    public bool AcceptEmptyHost { get; init; } = true;

    /// <summary>
    /// Whether the host in the target of an absolute form or of CONNECT wins over a different <c>Host</c> (RFC 9112 §3.2.2). Default false:
    /// refused with status 400, because a proxy in between may have used the other host.
    /// </summary>
    public bool TargetWinsOverHost { get; init; }

    /// <summary>
    /// Whether a method that is no <see cref="KnownMethod"/> reaches the application, which then answers 405 or 501 itself. Default true;
    /// false: refused with status 501 (RFC 9110 §9.1).
    /// </summary>
    public bool AcceptUnknownMethods { get; init; } = true;

    /// <summary>
    /// Whether a repeated field whose value is no list, and a field that is not allowed in trailers, are refused with status 400. Default
    /// false: of these only fields of framing, routing and authentication are refused. For other repeated fields look-ups return the first
    /// line (RFC 9110 §5.3); other such trailers are dropped (§6.5.1).
    /// </summary>
    public bool StrictFields { get; init; }

    /// <summary>
    /// Whether leading zeros in <c>Content-Length</c>, and empty or repeated elements in <c>Transfer-Encoding</c>, are refused with status
    /// 400, and such elements in <c>Expect</c> with status 417. Default false, as RFC 9110 §8.6 and §5.6.1.2 allow them.
    /// </summary>
    public bool StrictFraming { get; init; }

    /// <summary>
    /// Whether a single CR or LF before a request is skipped, not only the two together (RFC 9112 §2.2). No method begins with them, so all
    /// recipients find the same request behind them. <see cref="MaxBlankLines"/> then allows twice as many octets. Default false: a single
    /// one is refused with status 400.
    /// </summary>
    public bool AcceptBareBlankLines { get; init; }

    /// <summary>
    /// Whether <c>..</c> segments above the root are dropped from a path, as in RFC 3986 §5.2.4, so that <c>/../a</c> is <c>/a</c>. Default
    /// false: refused with status 400.
    /// </summary>
    public bool AcceptPathsAboveRoot { get; init; }

    /// <summary>
    /// Whether chunk extensions outside the grammar are skipped, such as <c>;some words</c>: tokens, white space, semicolons, equals signs
    /// and quotation marks in any order. Any other octet, or a line that does not end in CR LF, is refused with status 400 nevertheless, so
    /// the end of the line is unambiguous. Default false: refused with status 400 (RFC 9112 §7.1.1).
    /// </summary>
    public bool AcceptLooseChunkExtensions { get; init; }
}
