using System.Globalization;

namespace FsmKit.Net;

/// <content>Parameters.</content>
public sealed partial class GServerSock
{
    /// <summary>Host to listen on. Default: empty, all addresses of this machine. The remarks list the possible forms.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>an IP address;</item>
    /// <item>a name of this machine, which stands for all addresses of the name;</item>
    /// <item><c>unix:/path</c>, a Unix socket with a file;</item>
    /// <item><c>unix:@name</c>, a Unix socket without a file (Linux only);</item>
    /// <item><c>fd:3</c>, an inherited listening socket by its descriptor;</item>
    /// <item><c>systemd:</c>, all listening sockets that systemd passed to this process;</item>
    /// <item><c>systemd:name</c>, those of them with this name.</item>
    /// </list>
    /// </remarks>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>Port to listen on, 0 to 65535. Default: 0, takes a free port and stores its number here.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>
    /// Ports to choose from with <see cref="UseMultiPorts"/>, each 0 to 65535. The first free one is stored in <see cref="Port"/>. Default: empty.
    /// </summary>
    [Parameter(Validate = nameof(ArePorts))]
    public partial IReadOnlyList<int> Ports { get; set; } = [];

    /// <summary>
    /// Listens on the first free port of <see cref="Ports"/>. The creation fails only if none is free. Default: false, listens on
    /// <see cref="Port"/>.
    /// </summary>
    [Parameter]
    public partial bool UseMultiPorts { get; set; }

    /// <summary>
    /// Listens with one socket for IPv6 and IPv4 when <see cref="Host"/> is empty; only for IPv4 on a machine without IPv6. Default: true. False:
    /// only for IPv4.
    /// </summary>
    [Parameter]
    public partial bool DualStack { get; set; } = true;

    /// <summary>
    /// Listens on <see cref="Host"/> at the creation. Default: true. False: the server only gets connections of added endpoints, or of
    /// servers whose <see cref="Workers"/> contain this server.
    /// </summary>
    [Parameter]
    public partial bool AutoListen { get; set; } = true;

    /// <summary>
    /// Number of connections that the system queues until they are accepted; the system's own limit may be lower. Default: 1024. Range: more
    /// than 0.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int Backlog { get; set; } = 1024;

    /// <summary>
    /// Shares the port with other servers of the same user that set it too (<c>SO_REUSEPORT</c>), in this process or another. Linux distributes
    /// the connections among them. Default: false.
    /// </summary>
    [Parameter]
    public partial bool ReusePort { get; set; }

    /// <summary>
    /// Permissions of a Unix socket's file, up to four octal digits, such as 660. Users with write permission may connect. Default: empty, as the
    /// umask says.
    /// </summary>
    [Parameter(Validate = nameof(IsMode))]
    public partial string UnixMode { get; set; } = "";

    /// <summary>
    /// Destroys the <see cref="GSock"/> of an accepted connection in the turn of the loop after its <see cref="EvDisconnected"/>. The
    /// subscriber may destroy it earlier. Default: true. False: the subscriber must destroy it.
    /// </summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; } = true;

    /// <summary>
    /// Time without a byte in either direction after which an accepted connection is closed (<see cref="GSock.IdleTimeout"/>). Default: zero,
    /// never.
    /// </summary>
    [Parameter(Validate = nameof(IsPause))]
    public partial TimeSpan IdleTimeout { get; set; }

    /// <summary>
    /// Options of TLS for every connection. <see cref="EvConnected"/> is then published after the handshake. Default: null, no TLS.
    /// </summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>Rule that cuts the bytes of each accepted connection into frames (<see cref="GSock.Framing"/>). Default: null, no frames.</summary>
    [Parameter]
    public partial Framing? Framing { get; set; }

    /// <summary>
    /// Delegate that sets the parameters of each accepted <see cref="GSock"/> before its start. <see cref="GAplicOptions.Settings"/>
    /// override its values. Default: null.
    /// </summary>
    [Parameter]
    public partial Action<GSock>? ConfigureGsock { get; set; }

    /// <summary>
    /// Parameters of each accepted <see cref="GSock"/> as text, such as <c>AllowHalfOpen=true; ConnectTimeout=00:00:05</c>. Parsed at the
    /// creation, applied after <see cref="ConfigureGsock"/>. Default: empty.
    /// </summary>
    [Parameter]
    public partial string GsockSettings { get; set; } = "";

    /// <summary>
    /// Addresses of permitted clients: single ones and CIDR blocks, each with or without a port. Default: empty, every client.
    /// </summary>
    [Parameter(Reload = true)]
    public partial AddressRanges Origins { get; set; } = AddressRanges.Empty;

    /// <summary>Largest number of connections at a time. Default: 0, no limit.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnections { get; set; }

    /// <summary>
    /// Treatment of connections beyond <see cref="MaxConnections"/>. Default: <see cref="FullPolicy.Wait"/>, they wait in the backlog.
    /// </summary>
    [Parameter]
    public partial FullPolicy WhenFull { get; set; }

    /// <summary>
    /// Largest number of connections at a time for one IPv4 address, or for one /64 network of IPv6. Default: 0, no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnectionsPerAddress { get; set; }

    /// <summary>
    /// Addresses of the proxies in front of the server. Every connection must come from one of them and begin with a PROXY header. Default:
    /// empty, no PROXY headers.
    /// </summary>
    [Parameter]
    public partial AddressRanges ProxyFrom { get; set; } = AddressRanges.Empty;

    /// <summary>Longest time until the PROXY header is complete. Default: 5 s. Range: more than zero.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ProxyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Largest number of unfinished connections: in their TLS handshake or PROXY header. More connections wait in the backlog until one
    /// finishes, or is ended because it makes no progress (<see cref="HandshakePatience"/>). Default: 1024. 0: no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxHandshakes { get; set; } = 1024;

    /// <summary>
    /// Time without progress after which an unfinished connection is ended, if <see cref="MaxHandshakes"/> is reached. Default: 5 s. Range: more
    /// than zero.
    /// </summary>
    /// <remarks>
    /// Progress means that this side sent its next message of the TLS handshake; received bytes alone do not count. The connection with the
    /// longest time without progress is ended first. The time is three times as long while other unfinished connections make progress.
    /// Below <see cref="MaxHandshakes"/> only <see cref="TlsOptions.HandshakeTimeout"/> and <see cref="ProxyTimeout"/> apply.
    /// </remarks>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan HandshakePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Servers, usually of other loops, that serve the accepted connections. Each connection goes to the server in the list that has the
    /// fewest. This server serves connections only if it is in the list. Default: empty, this server serves all.
    /// </summary>
    [Parameter]
    public partial IReadOnlyList<GServerSock> Workers { get; set; } = [];

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool ArePorts(IReadOnlyList<int> value) => value is not null && value.All(IsPort);

    private static bool IsPositive(int value) => value > 0;

    private static bool IsLimit(int value) => value >= 0;

    private static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero;

    private static bool IsPause(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsMode(string value) => value is not null
        && (value.Length == 0 || (value.Length <= 4 && value.All(static digit => digit is >= '0' and <= '7')));

    private UnixFileMode? Mode => UnixMode.Length == 0 ? null
        : (UnixFileMode)UnixMode.Aggregate(0, static (mode, digit) => (mode * 8) + CharUnicodeInfo.GetDecimalDigitValue(digit));
}
