namespace FsmKit.Http;

/// <summary>
/// Limits and strictness of reading HTTP messages. Each limit is checked in each read, and not only when a message is complete.
/// </summary>
/// <remarks>
/// Immutable; one object serves any number of connections and threads. A value below its minimum throws
/// <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed partial class HttpLimits
{
    /// <summary>The default limits.</summary>
    public static HttpLimits Default { get; } = new();

    /// <summary>Smallest value of <see cref="MaxHeadBytes"/>: a request line and a Host field have room.</summary>
    internal const int LeastHeadBytes = 64;

    /// <summary>
    /// Limits a head in bytes, from its first line to its blank line; a larger one is refused with status 431. At least 64, default 262144
    /// as in GinsFSM (<c>max_request_header_size</c>).
    /// </summary>
    public int MaxHeadBytes { get; init => field = AtLeast(LeastHeadBytes, value); } = 262_144;

    /// <summary>Limits the field lines of a head; more are refused with status 431. At least 1, default 100.</summary>
    public int MaxFields { get; init => field = AtLeast(1, value); } = 100;

    /// <summary>
    /// Limits one field line in bytes, CR LF included; a longer one is refused with status 431. At least 64, default 65536.
    /// </summary>
    public int MaxFieldBytes { get; init => field = AtLeast(64, value); } = 65_536;

    /// <summary>Limits a method in bytes; a longer one is refused with status 501 (RFC 9112 §3). At least 7, default 32.</summary>
    public int MaxMethodBytes { get; init => field = AtLeast(7, value); } = 32;

    /// <summary>
    /// Limits a request target in bytes; a longer one is refused with status 414. At least 1, default 16384; RFC 9112 §3 recommends at
    /// least 8000 for the whole line.
    /// </summary>
    public int MaxTargetBytes { get; init => field = AtLeast(1, value); } = 16_384;

    /// <summary>
    /// Limits a request line in bytes, CR LF included; a longer one is refused with status 414. 0, the default: the sum of
    /// <see cref="MaxMethodBytes"/>, <see cref="MaxTargetBytes"/> and 12.
    /// </summary>
    public int MaxRequestLineBytes { get; init => field = AtLeast(0, value); }

    /// <summary>
    /// Limits a body in bytes, without chunk framing; a longer one is refused with status 413. At least 0, default 1 GiB as in GinsFSM
    /// (<c>max_request_body_size</c>). <see cref="HttpServerProtocol.MaxBodyBytes"/> replaces the limit for one request.
    /// </summary>
    public long MaxBodyBytes { get; init => field = AtLeast(0, value); } = 1L << 30;

    /// <summary>
    /// Limits the chunk extensions of one message in bytes; more are refused with status 400 (RFC 9112 §7.1.1). At least 0, default 4096.
    /// </summary>
    public int MaxChunkExtensionBytes { get; init => field = AtLeast(0, value); } = 4096;

    /// <summary>
    /// Limits a trailer section in bytes, its blank line included; a larger one is refused with status 431. At least 2, default 16384.
    /// </summary>
    public int MaxTrailerBytes { get; init => field = AtLeast(2, value); } = 16_384;

    /// <summary>Limits the field lines of a trailer section; more are refused with status 431. At least 0, default 32.</summary>
    public int MaxTrailers { get; init => field = AtLeast(0, value); } = 32;

    /// <summary>
    /// Limits the blank lines that are skipped before a request (RFC 9112 §2.2); more are refused with status 400. At least 0, default 8.
    /// </summary>
    public int MaxBlankLines { get; init => field = AtLeast(0, value); } = 8;

    /// <summary>
    /// Limits the interim responses (1xx) that a client reads before a final one (RFC 9110 §15.2). One more fails the request with an
    /// <see cref="HttpFault"/>. At least 0, default 32.
    /// </summary>
    public int MaxInterimResponses { get; init => field = AtLeast(0, value); } = 32;

    // Longest request line in bytes: method, target, two spaces, version, CR LF.
    internal int LineBytes => MaxRequestLineBytes > 0 ? MaxRequestLineBytes : (int)Math.Min(int.MaxValue, (long)MaxMethodBytes + MaxTargetBytes + 12);

    internal FieldRules OfRequests => field ??= FieldRules.OfRequests(this);

    internal FieldRules OfResponses => field ??= FieldRules.OfResponses(this);

    internal FieldRules OfTrailers => field ??= FieldRules.OfTrailers(this);

    /// <summary>Returns a copy with other limits of head and body, in bytes.</summary>
    internal HttpLimits With(int maxHeadBytes, long maxBodyBytes) => new()
    {
        MaxHeadBytes = maxHeadBytes,
        MaxFields = MaxFields,
        MaxFieldBytes = MaxFieldBytes,
        MaxMethodBytes = MaxMethodBytes,
        MaxTargetBytes = MaxTargetBytes,
        MaxRequestLineBytes = MaxRequestLineBytes,
        MaxBodyBytes = maxBodyBytes,
        MaxChunkExtensionBytes = MaxChunkExtensionBytes,
        MaxTrailerBytes = MaxTrailerBytes,
        MaxTrailers = MaxTrailers,
        MaxBlankLines = MaxBlankLines,
        MaxInterimResponses = MaxInterimResponses,
        StrictTargets = StrictTargets,
        AcceptNonAsciiTargets = AcceptNonAsciiTargets,
        StrictHosts = StrictHosts,
        AcceptEmptyHost = AcceptEmptyHost,
        TargetWinsOverHost = TargetWinsOverHost,
        AcceptUnknownMethods = AcceptUnknownMethods,
        StrictFields = StrictFields,
        StrictFraming = StrictFraming,
        AcceptBareBlankLines = AcceptBareBlankLines,
        AcceptPathsAboveRoot = AcceptPathsAboveRoot,
        AcceptLooseChunkExtensions = AcceptLooseChunkExtensions,
    };

    private static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }

    private static long AtLeast(long least, long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
