namespace FsmKit.Http;

/// <summary>
/// How much a peer may send. Each limit is enforced while the bytes are scanned, so none is ever passed by more than one read.
/// </summary>
/// <remarks>Immutable; one object serves any number of connections and threads.</remarks>
public sealed partial class HttpLimits
{
    /// <summary>What a connection has that is given no limits.</summary>
    public static HttpLimits Default { get; } = new();

    /// <summary>
    /// Bytes of a head, from its first line to the blank one; 262144 as in GinsFSM (<c>max_request_header_size</c>). Over it: 431.
    /// </summary>
    public int MaxHeadBytes { get; init => field = AtLeast(64, value); } = 262_144;

    /// <summary>Field lines of a head; 100. Over it: 431.</summary>
    public int MaxFields { get; init => field = AtLeast(1, value); } = 100;

    /// <summary>Bytes of one field line with its CR LF; 65536. Over it: 431.</summary>
    public int MaxFieldBytes { get; init => field = AtLeast(64, value); } = 65_536;

    /// <summary>Bytes of a method; 32. Over it: 501 (RFC 9112 §3).</summary>
    public int MaxMethodBytes { get; init => field = AtLeast(7, value); } = 32;

    /// <summary>Bytes of a request target; 16384, where RFC 9112 §3 asks for at least 8000. Over it: 414.</summary>
    public int MaxTargetBytes { get; init => field = AtLeast(1, value); } = 16_384;

    /// <summary>
    /// Bytes of a body without its chunk framing; 1 GiB as in GinsFSM (<c>max_request_body_size</c>). Over it: 413. A server may set
    /// another limit per request: <see cref="HttpServerProtocol.MaxBodyBytes"/>.
    /// </summary>
    public long MaxBodyBytes { get; init => field = AtLeast(0, value); } = 1L << 30;

    /// <summary>Bytes of chunk extensions in one message; 4096. Over it: 400 (RFC 9112 §7.1.1).</summary>
    public int MaxChunkExtensionBytes { get; init => field = AtLeast(0, value); } = 4096;

    /// <summary>Bytes of a trailer section with its blank line; 16384. Over it: 431.</summary>
    public int MaxTrailerBytes { get; init => field = AtLeast(2, value); } = 16_384;

    /// <summary>Field lines of a trailer section; 32. Over it: 431.</summary>
    public int MaxTrailers { get; init => field = AtLeast(0, value); } = 32;

    /// <summary>Blank lines before a request, which are skipped; 8 (RFC 9112 §2.2). Over it: 400.</summary>
    public int MaxBlankLines { get; init => field = AtLeast(0, value); } = 8;

    /// <summary>Interim responses (1xx) before a final one, that a client reads; 32 (RFC 9110 §15.2). Over it: a fault.</summary>
    public int MaxInterimResponses { get; init => field = AtLeast(0, value); } = 32;

    // The line feed of a request line is in its first so many bytes: method, target, two spaces, version, CR LF.
    internal int MaxRequestLineBytes => (int)Math.Min(int.MaxValue, (long)MaxMethodBytes + MaxTargetBytes + 12);

    internal FieldRules OfRequests => field ??= FieldRules.OfRequests(this);

    internal FieldRules OfResponses => field ??= FieldRules.OfResponses(this);

    internal FieldRules OfTrailers => field ??= FieldRules.OfTrailers(this);

    /// <summary>The same with other sizes of head and body.</summary>
    internal HttpLimits With(int maxHeadBytes, long maxBodyBytes) => new()
    {
        MaxHeadBytes = maxHeadBytes,
        MaxFields = MaxFields,
        MaxFieldBytes = MaxFieldBytes,
        MaxMethodBytes = MaxMethodBytes,
        MaxTargetBytes = MaxTargetBytes,
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
