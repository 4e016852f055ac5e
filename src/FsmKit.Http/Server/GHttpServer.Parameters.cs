using FsmKit.Net;

namespace FsmKit.Http;

/// <content>What can be set. Names, and defaults where nothing else is said, are GinsFSM's. All of it is read when the server is created.</content>
public sealed partial class GHttpServer
{
    /// <summary>Where to listen: what <see cref="GServerSock.Host"/> may be.</summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>The port; 0 takes a free one, which stands here afterwards.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>Shares the port with other servers that say so too, each on a loop of its own; Linux spreads the connections.</summary>
    [Parameter]
    public partial bool ReusePort { get; set; }

    /// <summary>Speaks TLS: HTTPS. Null does not.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// What <see cref="HttpRequest.UrlScheme"/> says; empty is <c>https</c> with <see cref="SslOptions"/> and <c>http</c> without. An absolute
    /// request target with another scheme is answered 421 (RFC 9110 §7.4), unless a trusted gateway sends it.
    /// </summary>
    [Parameter]
    public partial string UrlScheme { get; set; } = "";

    /// <summary>
    /// The gateways whose word for the scheme of a request counts: addresses and CIDR blocks. Those of <see cref="GServerSock.ProxyFrom"/>, and
    /// all that connect to a Unix socket, are trusted without it. Default: no others.
    /// </summary>
    [Parameter]
    public partial AddressRanges TrustedGateways { get; set; } = AddressRanges.Empty;

    /// <summary>The value of <c>Server</c> in the responses; empty for none. Printable ASCII.</summary>
    [Parameter]
    public partial string Identity { get; set; } = "FsmKit";

    /// <summary>From where connections are taken: addresses and CIDR blocks, each with or without a port; empty is from everywhere.</summary>
    [Parameter]
    public partial AddressRanges Origins { get; set; } = AddressRanges.Empty;

    /// <summary>Writes the parameters of the server socket: Unix permissions, a backlog, proxies in front, workers.</summary>
    [Parameter]
    public partial Action<GServerSock>? ConfigureServerSock { get; set; }

    /// <summary>Answers the requests on the loop or, with <see cref="HandlersRunOn"/>, elsewhere. Null: the subscribers do.</summary>
    [Parameter]
    public partial HttpHandler? Handler { get; set; }

    /// <summary>The same for handlers that wait for something. One of the two.</summary>
    [Parameter]
    public partial HttpAsyncHandler? AsyncHandler { get; set; }

    /// <summary>Where the handlers run.</summary>
    [Parameter]
    public partial HandlerThread HandlersRunOn { get; set; }

    /// <summary>
    /// Asked for each request when its head is there: it may write <see cref="HttpRequest.MaxBodyBytes"/> and
    /// <see cref="HttpRequest.StreamsBody"/>. 0 goes on; a status answers with that, and closes.
    /// </summary>
    [Parameter]
    public partial Func<HttpRequest, int>? InspectHead { get; set; }

    /// <summary>Publishes a request when its head is there; its body is read from a stream while it comes.</summary>
    [Parameter]
    public partial bool StreamBodies { get; set; }

    /// <summary>The log that gets a line for each request; null writes none. The server does not dispose it.</summary>
    [Parameter]
    public partial HttpAccessLog? AccessLog { get; set; }

    /// <summary>Whether the text of an exception is part of the answer 500: for development.</summary>
    [Parameter]
    public partial bool ExposeTracebacks { get; set; }

    /// <summary>Bytes of a body that are kept in memory; a longer one is moved to a temporary file.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int InbufOverflow { get; set; } = 524_288;

    /// <summary>Bytes of a response that may wait for the client when more is written; the connection ends over it.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int OutbufOverflow { get; set; } = 16 * 1_048_576;

    /// <summary>Bytes of a request's head. Over it: 431.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int MaxRequestHeaderSize { get; set; } = 262_144;

    /// <summary>Bytes of a request's body. Over it: 413.</summary>
    [Parameter(Validate = nameof(IsSize))]
    public partial long MaxRequestBodySize { get; set; } = 1_073_741_824;

    /// <summary>
    /// The limits that have no parameter here, and how strictly requests are read: <c>Strict</c>, <c>StrictTargets=true;MaxFields=50</c> as a
    /// setting. Its <c>MaxHeadBytes</c> and <c>MaxBodyBytes</c> do not count: the two above do.
    /// </summary>
    [Parameter]
    public partial HttpLimits Limits { get; set; } = HttpLimits.Default;

    /// <summary>
    /// How many requests may wait for the application's answer, of all channels together; one more is answered 503. 0 is any number.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaximumSimultaneousRequests { get; set; }

    /// <summary>How many channels there may be; further connections are answered 503, and wait when there are many of those. 0 is any number.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnections { get; set; }

    /// <summary>How many requests a connection may bring before it is closed; 0 is any number.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxRequestsPerConnection { get; set; }

    /// <summary>How long a channel may be without a request and without a byte; zero is for ever.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan InactivityTimeout { get; set; } = TimeSpan.FromSeconds(18_000);

    /// <summary>How long the application may take to begin its response; then it is 503. Zero is for ever.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ResponselessTimeout { get; set; } = TimeSpan.FromSeconds(18_000);

    /// <summary>How long a connection is kept between two requests, and before the first one; zero is for ever.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a head may take from its first byte to its last, however it comes; then it is 408. Zero is for ever.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan HeadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes per second that a body must come with on the average of each <see cref="RateWindow"/>; then it is 408. 0 is no limit.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MinBodyRate { get; set; } = 240;

    /// <summary>Bytes per second that a client must take of what waits for it; then the connection is broken. 0 is no limit.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MinResponseRate { get; set; } = 240;

    /// <summary>Over how long the two rates are measured: as long nothing at all has to move.</summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan RateWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what has begun may take after <see cref="EvStopServing"/>; then it is dropped.</summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool IsLimit(int value) => value >= 0;

    private static bool IsPositive(int value) => value > 0;

    private static bool IsSize(long value) => value >= 0;

    private static bool IsTimeout(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsPatience(TimeSpan value) => value > TimeSpan.Zero;
}
