namespace FsmKit.Http;

/// <summary>Field names that are recognised while a head is read, so that a look-up compares numbers instead of text.</summary>
/// <remarks>Ordered by the length of the name, for the search by length.</remarks>
public enum KnownHeader : byte
{
    /// <summary>Any other name.</summary>
    None,

    /// <summary><c>TE</c></summary>
    TE,

    /// <summary><c>Age</c></summary>
    Age,

    /// <summary><c>Via</c></summary>
    Via,

    /// <summary><c>Date</c></summary>
    Date,

    /// <summary><c>ETag</c></summary>
    ETag,

    /// <summary><c>From</c></summary>
    From,

    /// <summary><c>Host</c></summary>
    Host,

    /// <summary><c>Link</c></summary>
    Link,

    /// <summary><c>Vary</c></summary>
    Vary,

    /// <summary><c>Allow</c></summary>
    Allow,

    /// <summary><c>Range</c></summary>
    Range,

    /// <summary><c>Accept</c></summary>
    Accept,

    /// <summary><c>Cookie</c></summary>
    Cookie,

    /// <summary><c>Expect</c></summary>
    Expect,

    /// <summary><c>Origin</c></summary>
    Origin,

    /// <summary><c>Pragma</c></summary>
    Pragma,

    /// <summary><c>Server</c></summary>
    Server,

    /// <summary><c>Alt-Svc</c></summary>
    AltSvc,

    /// <summary><c>Expires</c></summary>
    Expires,

    /// <summary><c>Referer</c></summary>
    Referer,

    /// <summary><c>Trailer</c></summary>
    Trailer,

    /// <summary><c>Upgrade</c></summary>
    Upgrade,

    /// <summary><c>If-Match</c></summary>
    IfMatch,

    /// <summary><c>If-Range</c></summary>
    IfRange,

    /// <summary><c>Location</c></summary>
    Location,

    /// <summary><c>Forwarded</c></summary>
    Forwarded,

    /// <summary><c>Connection</c></summary>
    Connection,

    /// <summary><c>Keep-Alive</c></summary>
    KeepAlive,

    /// <summary><c>Set-Cookie</c></summary>
    SetCookie,

    /// <summary><c>User-Agent</c></summary>
    UserAgent,

    /// <summary><c>Retry-After</c></summary>
    RetryAfter,

    /// <summary><c>Content-Type</c></summary>
    ContentType,

    /// <summary><c>Max-Forwards</c></summary>
    MaxForwards,

    /// <summary><c>Accept-Ranges</c></summary>
    AcceptRanges,

    /// <summary><c>Authorization</c></summary>
    Authorization,

    /// <summary><c>Cache-Control</c></summary>
    CacheControl,

    /// <summary><c>Content-Range</c></summary>
    ContentRange,

    /// <summary><c>If-None-Match</c></summary>
    IfNoneMatch,

    /// <summary><c>Last-Modified</c></summary>
    LastModified,

    /// <summary><c>Accept-Charset</c></summary>
    AcceptCharset,

    /// <summary><c>Content-Length</c></summary>
    ContentLength,

    /// <summary><c>Accept-Encoding</c></summary>
    AcceptEncoding,

    /// <summary><c>Accept-Language</c></summary>
    AcceptLanguage,

    /// <summary><c>X-Forwarded-For</c></summary>
    XForwardedFor,

    /// <summary><c>Content-Encoding</c></summary>
    ContentEncoding,

    /// <summary><c>Content-Language</c></summary>
    ContentLanguage,

    /// <summary><c>Content-Location</c></summary>
    ContentLocation,

    /// <summary><c>Proxy-Connection</c></summary>
    ProxyConnection,

    /// <summary><c>WWW-Authenticate</c></summary>
    WwwAuthenticate,

    /// <summary><c>If-Modified-Since</c></summary>
    IfModifiedSince,

    /// <summary><c>Sec-WebSocket-Key</c></summary>
    SecWebSocketKey,

    /// <summary><c>Transfer-Encoding</c></summary>
    TransferEncoding,

    /// <summary><c>X-Forwarded-Proto</c></summary>
    XForwardedProto,

    /// <summary><c>Proxy-Authenticate</c></summary>
    ProxyAuthenticate,

    /// <summary><c>Content-Disposition</c></summary>
    ContentDisposition,

    /// <summary><c>If-Unmodified-Since</c></summary>
    IfUnmodifiedSince,

    /// <summary><c>Proxy-Authorization</c></summary>
    ProxyAuthorization,

    /// <summary><c>Sec-WebSocket-Accept</c></summary>
    SecWebSocketAccept,

    /// <summary><c>Sec-WebSocket-Version</c></summary>
    SecWebSocketVersion,

    /// <summary><c>Sec-WebSocket-Protocol</c></summary>
    SecWebSocketProtocol,

    /// <summary><c>Sec-WebSocket-Extensions</c></summary>
    SecWebSocketExtensions,

    /// <summary><c>Strict-Transport-Security</c></summary>
    StrictTransportSecurity,
}
