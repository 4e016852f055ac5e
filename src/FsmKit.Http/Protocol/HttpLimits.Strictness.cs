namespace FsmKit.Http;

/// <content>
/// Strictness of reading. The end and the recipient of a message never depend on these switches; they only refuse further messages.
/// </content>
public sealed partial class HttpLimits
{
    /// <summary>
    /// Default limits with all strict switches on: refuses everything that a client should not send. For servers with known clients, and
    /// for handlers that rely on it.
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
    /// Whether a request target has to be a URI (RFC 3986): no raw <c>"&lt;&gt;\^`{|}</c>, in the query no malformed escape and no
    /// <c>%00</c>, in the path no escape of a control character and none of octets that are not UTF-8. Otherwise 400. Default false:
    /// browsers send these (WHATWG URL).
    /// </summary>
    public bool StrictTargets { get; init; }

    /// <summary>
    /// Whether octets from 0x80 on may be in a path or a query as they are; default false: 400. Old clients send raw UTF-8.
    /// </summary>
    public bool AcceptNonAsciiTargets { get; init; }

    /// <summary>
    /// Whether a host has to be a name of letters, digits and <c>-._~</c> or an address, and its port, if there is a colon, a number from 1
    /// to 65535 of at most five digits. Otherwise 400. Default false: RFC 3986 §3.2.2 and §3.2.3, without the comma in names.
    /// </summary>
    public bool StrictHosts { get; init; }

    /// <summary>
    /// Whether a <c>Host</c> may be empty, as RFC 9112 §3.2 asks for where there is no authority; default true. False: 400.
    /// </summary>
    public bool AcceptEmptyHost { get; init; } = true;

    /// <summary>
    /// Whether the host in an absolute target, or in that of CONNECT, wins over another one in <c>Host</c> (RFC 9112 §3.2.2); default false:
    /// 400, as a proxy in between may have gone by the other one.
    /// </summary>
    public bool TargetWinsOverHost { get; init; }

    /// <summary>
    /// Whether a method that is not a <see cref="KnownMethod"/> reaches the application, which answers 405 or 501; default true. False: 501
    /// (RFC 9110 §9.1).
    /// </summary>
    public bool AcceptUnknownMethods { get; init; } = true;

    /// <summary>
    /// Whether a field whose value is no list may be there once at most, and a trailer has to have a place in trailers. Otherwise 400. Default
    /// false: only fields of framing, routing and authentication are refused; readers take the first line (RFC 9110 §5.3), and such a trailer
    /// is dropped (§6.5.1).
    /// </summary>
    public bool StrictFields { get; init; }

    /// <summary>
    /// Whether <c>Content-Length</c> may have no leading zeros, and the lists of <c>Transfer-Encoding</c> and <c>Expect</c> neither empty
    /// elements nor repetitions. Otherwise 400, and 417. Default false: RFC 9110 §8.6, §5.6.1.2.
    /// </summary>
    public bool StrictFraming { get; init; }
}
