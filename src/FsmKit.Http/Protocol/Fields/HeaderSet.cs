using static FsmKit.Http.KnownHeader;

namespace FsmKit.Http;

/// <summary>A set of known names, with the sets that the rules use.</summary>
/// <param name="Bits">Bit n stands for the name whose number is n.</param>
internal readonly record struct HeaderSet(ulong Bits)
{
    /// <summary>Names that may occur once in a request at every strictness: framing, routing, authentication.</summary>
    public static readonly HeaderSet NeverTwiceInRequests = Of(Host, ContentLength, Authorization, ProxyAuthorization);

    /// <summary>Names in requests whose values are no lists (RFC 9110 §5.3). Different readers interpret two such lines differently.</summary>
    public static readonly HeaderSet OnceInRequests = Of(Host, ContentLength, ContentType, ContentRange, ContentLocation, Authorization,
        ProxyAuthorization, Date, From, IfModifiedSince, IfUnmodifiedSince, IfRange, MaxForwards, Origin, KnownHeader.Range, Referer,
        UserAgent, SecWebSocketKey, SecWebSocketVersion);

    /// <summary>Names that may occur once in a response at every strictness: framing and redirection.</summary>
    public static readonly HeaderSet NeverTwiceInResponses = Of(ContentLength, Location);

    /// <summary>Names that may occur once in a response; other repetitions are left to the recipient.</summary>
    public static readonly HeaderSet OnceInResponses = Of(ContentLength, ContentType, ContentRange, Location);

    /// <summary>Names refused in trailers at every strictness: framing, persistence of the connection, routing, authentication.</summary>
    public static readonly HeaderSet RefusedInTrailers = Of(Host, ContentLength, TransferEncoding, Connection, ProxyConnection, KeepAlive,
        Upgrade, Authorization, ProxyAuthorization, WwwAuthenticate, ProxyAuthenticate, Cookie, SetCookie);

    /// <summary>
    /// Names not allowed in trailers: framing, routing, authentication, and fields needed before the body (RFC 9110 §6.5.1).
    /// </summary>
    public static readonly HeaderSet NeverInTrailers = Of(Host, Connection, ContentLength, ContentType, ContentEncoding, ContentRange,
        TransferEncoding, Trailer, TE, Upgrade, KeepAlive, ProxyConnection, Expect, MaxForwards, KnownHeader.Range, CacheControl,
        Authorization, ProxyAuthorization, WwwAuthenticate, ProxyAuthenticate, Cookie, SetCookie, IfMatch, IfNoneMatch, IfModifiedSince,
        IfUnmodifiedSince, IfRange, Date, Expires, Age, Location, RetryAfter, Vary, Pragma);

    /// <summary>Names that the protocol writes: they follow from the length of the body and the end of the connection.</summary>
    public static readonly HeaderSet OursToWrite = Of(ContentLength, TransferEncoding, Connection);

    /// <summary>Names that the protocol writes in requests: also the host, which belongs to the target.</summary>
    public static readonly HeaderSet OursToRequest = OursToWrite.With(Host);

    public bool Has(KnownHeader header) => (Bits >> (int)header & 1) != 0;

    public HeaderSet With(KnownHeader header) => new(Bits | 1UL << (int)header);

    private static HeaderSet Of(params ReadOnlySpan<KnownHeader> headers)
    {
        var set = default(HeaderSet);
        foreach (var header in headers)
        {
            set = set.With(header);
        }

        return set;
    }
}
