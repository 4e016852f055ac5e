using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Parameters. Names and most defaults are those of GinsFSM. The server reads all of them when it is created.</content>
public sealed partial class GHttpServer
{
    /// <summary>
    /// The host, address or path to listen on, in the forms of <see cref="GServerSock.Host"/>. Default empty: all addresses.
    /// </summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>The port, 0 to 65535. Default 0: the server takes a free port and stores its number here.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>
    /// Shares the port with other servers that set this parameter, each on its own loop; Linux distributes the connections. Default false.
    /// </summary>
    [Parameter]
    public partial bool ReusePort { get; set; }

    /// <summary>Options of TLS, for HTTPS. Null, the default, serves plain HTTP.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// The scheme in <see cref="HttpRequest.UrlScheme"/>. Default empty means <c>https</c> with <see cref="SslOptions"/> and <c>http</c>
    /// without. An absolute request target with another scheme is answered 421 (RFC 9110 §7.4), unless a trusted gateway
    /// (<see cref="TrustedGateways"/>) sends it.
    /// </summary>
    [Parameter]
    public partial string UrlScheme { get; set; } = "";

    /// <summary>
    /// Addresses and CIDR blocks of the gateways that may send any scheme in a request target. The proxies of
    /// <see cref="GServerSock.ProxyFrom"/> and all clients of a Unix socket are always trusted. Default empty: no others.
    /// </summary>
    [Parameter]
    public partial AddressRanges TrustedGateways { get; set; } = AddressRanges.Empty;

    /// <summary>The value of <c>Server</c> in responses, printable ASCII. Empty sends no such field. Default <c>FsmKit</c>.</summary>
    [Parameter]
    public partial string Identity { get; set; } = "FsmKit";

    /// <summary>Addresses and CIDR blocks that may connect, each with or without a port. Default empty: all.</summary>
    [Parameter]
    public partial AddressRanges Origins { get; set; } = AddressRanges.Empty;

    /// <summary>
    /// Sets further parameters of the server socket, such as Unix permissions, backlog, proxies and workers. Called once, before the socket
    /// listens. Default null.
    /// </summary>
    [Parameter]
    public partial Action<GServerSock>? ConfigureServerSock { get; set; }

    /// <summary>
    /// Answers each request, on the thread that <see cref="HandlersRunOn"/> names. Null, the default: subscribers of
    /// <see cref="EvHttpRequest"/> answer. Not together with <see cref="AsyncHandler"/>.
    /// </summary>
    [Parameter]
    public partial HttpHandler? Handler { get; set; }

    /// <summary>
    /// Answers each request asynchronously, on the thread that <see cref="HandlersRunOn"/> names. Default null. Not together with
    /// <see cref="Handler"/>.
    /// </summary>
    [Parameter]
    public partial HttpAsyncHandler? AsyncHandler { get; set; }

    /// <summary>The thread that runs the handlers. Default <see cref="HandlerThread.Loop"/>.</summary>
    [Parameter]
    public partial HandlerThread HandlersRunOn { get; set; }

    /// <summary>
    /// Whether CONNECT reaches the application. The server opens no tunnel: a 2xx answer has no body and closes the connection (RFC 9110
    /// §9.3.6). Default false: such a request is answered 501.
    /// </summary>
    [Parameter]
    public partial bool AcceptConnect { get; set; }

    /// <summary>
    /// Inspects each request when its head is complete, on the loop. It may write <see cref="HttpRequest.MaxBodyBytes"/> and
    /// <see cref="HttpRequest.StreamsBody"/>. Result 0 continues; a status code answers with that status and closes the connection. Default
    /// null: no inspection.
    /// </summary>
    [Parameter]
    public partial Func<HttpRequest, int>? InspectHead { get; set; }

    /// <summary>
    /// Whether the application gets a request when its head is complete, and reads the body while it arrives. Default false: when the body
    /// is complete.
    /// </summary>
    [Parameter]
    public partial bool StreamBodies { get; set; }

    /// <summary>
    /// Whether the application still answers a request whose streamed body turns out to be malformed or too long. The reader of the body
    /// throws <see cref="HttpBodyException"/>, nothing more is read, and the response closes the connection. Default false: the server
    /// itself answers such a request at once, with status 400, 413 or 431.
    /// </summary>
    [Parameter]
    public partial bool AnswersBadBodies { get; set; }

    /// <summary>
    /// Whether <see cref="HttpRequest.Aborted"/> is cancelled when the client ends its stream after a complete request, because most such
    /// clients have closed the connection. The response is sent all the same. Default false: the token is cancelled only when the
    /// connection ends.
    /// </summary>
    [Parameter]
    public partial bool AbortsAtInputEnd { get; set; }

    /// <summary>The access log, which gets one line per request. Default null: no lines. The server does not dispose it.</summary>
    [Parameter]
    public partial HttpAccessLog? AccessLog { get; set; }

    /// <summary>Whether a response 500 contains the exception with its stack trace, for development. Default false.</summary>
    [Parameter]
    public partial bool ExposeTracebacks { get; set; }

    /// <summary>Bytes of a request's body that are kept in memory; a longer body is moved to a temporary file. 0 or more, default 512 KiB.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int InbufOverflow { get; set; } = 524_288;

    /// <summary>
    /// Limits the output that waits for the client, in bytes. A write that would bring the waiting output above the limit drops the
    /// connection. A write while none waits may have any length. 1 or more, default 16 MiB.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int OutbufOverflow { get; set; } = 16 * 1_048_576;

    /// <summary>Limits the head of a request in bytes; a larger one is answered 431. 64 or more, default 256 KiB.</summary>
    [Parameter(Validate = nameof(IsHeadSize))]
    public partial int MaxRequestHeaderSize { get; set; } = 262_144;

    /// <summary>Limits the body of a request in bytes; a larger one is answered 413. 0 or more, default 1 GiB.</summary>
    [Parameter(Validate = nameof(IsSize))]
    public partial long MaxRequestBodySize { get; set; } = 1_073_741_824;

    /// <summary>
    /// Further limits, and the strictness of reading requests. As a setting: <c>Strict</c>, or <c>StrictTargets=true;MaxFields=50</c>.
    /// <see cref="MaxRequestHeaderSize"/> and <see cref="MaxRequestBodySize"/> replace its <c>MaxHeadBytes</c> and <c>MaxBodyBytes</c>.
    /// </summary>
    [Parameter]
    public partial HttpLimits Limits { get; set; } = HttpLimits.Default;

    /// <summary>
    /// Limits the requests of all connections that wait for the application's answer; one more is answered 503. Default 0: no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaximumSimultaneousRequests { get; set; }

    /// <summary>
    /// Limits the number of connections. Up to 64 further ones at a time are answered 503, the others wait in the backlog. Default 0: no
    /// limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnections { get; set; }

    /// <summary>Limits the requests of one connection; the connection is closed after the last response. Default 0: no limit.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxRequestsPerConnection { get; set; }

    /// <summary>
    /// Longest time of a connection without a request and without a received byte; then it is closed. <see cref="KeepAliveTimeout"/> counts
    /// instead if it is shorter. Default 5 hours; zero: no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan InactivityTimeout { get; set; } = TimeSpan.FromSeconds(18_000);

    /// <summary>Longest time until the application begins its response; then the request is answered 503. Default 5 hours; zero: no limit.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ResponselessTimeout { get; set; } = TimeSpan.FromSeconds(18_000);

    /// <summary>
    /// Longest time that a connection is kept without a request, between two requests and before the first one. Default 120 s; zero: no
    /// limit.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time from the first byte of a head to its last; then the request is answered 408. Default 30 s; zero: no limit.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan HeadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lowest average rate of a request's body in each <see cref="RateWindow"/>, in bytes per second; a slower one is answered 408. Default
    /// 240; 0: no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MinBodyRate { get; set; } = 240;

    /// <summary>
    /// Lowest average rate at which a client takes waiting output in each <see cref="RateWindow"/>, in bytes per second; the connection of
    /// a slower client is dropped. Default 240; 0: no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MinResponseRate { get; set; } = 240;

    /// <summary>
    /// Time over which <see cref="MinBodyRate"/> and <see cref="MinResponseRate"/> are averaged; no minimum applies within the first
    /// window. More than zero, default 5 s.
    /// </summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan RateWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest time that running requests may take after <see cref="EvStopServing"/>; then their connections are dropped. More than zero,
    /// default 30 s.
    /// </summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool IsLimit(int value) => value >= 0;

    private static bool IsHeadSize(int value) => value >= HttpLimits.LeastHeadBytes;

    private static bool IsPositive(int value) => value > 0;

    private static bool IsSize(long value) => value >= 0;

    private static bool IsTimeout(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsPatience(TimeSpan value) => value > TimeSpan.Zero;
}
