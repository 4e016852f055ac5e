using static FsmKit.Http.KnownHeader;

namespace FsmKit.Http;

/// <summary>A set of known names, and the sets that the rules speak of.</summary>
/// <param name="Bits">Bit n stands for the name whose number is n.</param>
internal readonly record struct HeaderSet(ulong Bits)
{
    /// <summary>In requests once at most, whatever is tolerated: framing, routing, authentication.</summary>
    public static readonly HeaderSet NeverTwiceInRequests = Of(Host, ContentLength, Authorization, ProxyAuthorization);

    /// <summary>Names in requests whose values are no lists (RFC 9110 §5.3): two lines are read differently by different readers.</summary>
    public static readonly HeaderSet OnceInRequests = Of(Host, ContentLength, ContentType, ContentRange, ContentLocation, Authorization,
        ProxyAuthorization, Date, From, IfModifiedSince, IfUnmodifiedSince, IfRange, MaxForwards, Origin, KnownHeader.Range, Referer,
        UserAgent, SecWebSocketKey, SecWebSocketVersion);

    /// <summary>In responses once at most, whatever is tolerated: framing, and where the client is sent.</summary>
    public static readonly HeaderSet NeverTwiceInResponses = Of(ContentLength, Location);

    /// <summary>In responses once at most; the rest is left to those who read it.</summary>
    public static readonly HeaderSet OnceInResponses = Of(ContentLength, ContentType, ContentRange, Location);

    /// <summary>
    /// Refused in trailers, whatever is tolerated: framing with what decides whether the connection goes on, routing, authentication.
    /// </summary>
    public static readonly HeaderSet RefusedInTrailers = Of(Host, ContentLength, TransferEncoding, Connection, ProxyConnection, KeepAlive,
        Upgrade, Authorization, ProxyAuthorization, WwwAuthenticate, ProxyAuthenticate, Cookie, SetCookie);

    /// <summary>
    /// Without a place in trailers: framing, routing, authentication, and what has to be known before the body (RFC 9110 §6.5.1).
    /// </summary>
    public static readonly HeaderSet NeverInTrailers = Of(Host, Connection, ContentLength, ContentType, ContentEncoding, ContentRange,
        TransferEncoding, Trailer, TE, Upgrade, KeepAlive, ProxyConnection, Expect, MaxForwards, KnownHeader.Range, CacheControl,
        Authorization, ProxyAuthorization, WwwAuthenticate, ProxyAuthenticate, Cookie, SetCookie, IfMatch, IfNoneMatch, IfModifiedSince,
        IfUnmodifiedSince, IfRange, Date, Expires, Age, Location, RetryAfter, Vary, Pragma);

    /// <summary>Not for the application to write: they follow from the length of the body and the end of the connection.</summary>
    public static readonly HeaderSet OursToWrite = Of(ContentLength, TransferEncoding, Connection);

    /// <summary>And in requests the host, which belongs to the target.</summary>
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
