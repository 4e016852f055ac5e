using System.Globalization;

namespace FsmKit.Net;

/// <content>What can be said about listening and accepting.</content>
public sealed partial class GServerSock
{
    /// <summary>
    /// Where to listen. Empty: at every address. An address, or a name of this machine: at all its addresses. <c>unix:/path</c> or, on Linux,
    /// <c>unix:@name</c>: a Unix socket. <c>fd:3</c>: a listening socket that the process was started with; <c>systemd:</c> or
    /// <c>systemd:name</c>: all of those, or those of a name.
    /// </summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>The port to listen on; 0 takes a free one, which stands here afterwards.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>With <see cref="UseMultiPorts"/>: the ports of which the first free one is taken. It stands in <see cref="Port"/> afterwards.</summary>
    [Parameter(Validate = nameof(ArePorts))]
    public partial IReadOnlyList<int> Ports { get; set; } = [];

    /// <summary>Takes the first free one of <see cref="Ports"/>. It is no error of the creation unless all are taken.</summary>
    [Parameter]
    public partial bool UseMultiPorts { get; set; }

    /// <summary>With an empty <see cref="Host"/>: listens for IPv6 and IPv4 with one socket, for IPv4 alone where there is no IPv6. Without it: for IPv4.</summary>
    [Parameter]
    public partial bool DualStack { get; set; } = true;

    /// <summary>Listens at <see cref="Host"/> from its creation on. Without it: where it is told to, or on what other servers hand to it.</summary>
    [Parameter]
    public partial bool AutoListen { get; set; } = true;

    /// <summary>How many connections the system keeps until they are accepted; its own limit may be lower.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int Backlog { get; set; } = 1024;

    /// <summary>Shares the port with other servers that say so too, in this process or another of the same user; Linux spreads the connections.</summary>
    [Parameter]
    public partial bool ReusePort { get; set; }

    /// <summary>The permissions of a Unix socket's file in octal, such as 660: who may write may connect. Empty leaves them to the umask.</summary>
    [Parameter(Validate = nameof(IsMode))]
    public partial string UnixMode { get; set; } = "";

    /// <summary>
    /// Destroys an accepted gsock in the cycle after its <see cref="EvDisconnected"/>. Without it, that is up to the subscriber; doing both
    /// is harmless.
    /// </summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; } = true;

    /// <summary>
    /// After how long without a byte in either direction an accepted connection is closed (<see cref="GSock.IdleTimeout"/>); zero, the default,
    /// is never.
    /// </summary>
    [Parameter(Validate = nameof(IsPause))]
    public partial TimeSpan IdleTimeout { get; set; }

    /// <summary>Speaks TLS on every connection, as these options say; null does not. A connection is announced after its handshake.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>Writes the parameters of each accepted gsock, before the settings of the loop.</summary>
    [Parameter]
    public partial Action<GSock>? ConfigureGsock { get; set; }

    /// <summary>
    /// Parameters of the accepted gsocks as text, such as <c>AllowHalfOpen=true; ConnectTimeout=00:00:05</c>; read at the creation, written after
    /// <see cref="ConfigureGsock"/>.
    /// </summary>
    [Parameter]
    public partial string GsockSettings { get; set; } = "";

    /// <summary>From where connections are taken: addresses and CIDR blocks, each with or without a port; empty is from everywhere.</summary>
    [Parameter]
    public partial AddressRanges Origins { get; set; } = AddressRanges.Empty;

    /// <summary>How many gsocks there may be; 0 is any number.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnections { get; set; }

    /// <summary>What becomes of more connections: they wait in the backlog, or they are closed.</summary>
    [Parameter]
    public partial FullPolicy WhenFull { get; set; }

    /// <summary>How many gsocks there may be of one IPv4 address, or of one /64 network of IPv6; 0 is any number.</summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxConnectionsPerAddress { get; set; }

    /// <summary>The proxies in front: every connection must come from one of them and begin with a PROXY header. Empty: none does.</summary>
    [Parameter]
    public partial AddressRanges ProxyFrom { get; set; } = AddressRanges.Empty;

    /// <summary>How long the PROXY header may take.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ProxyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many connections may be unfinished, in their TLS handshake or PROXY header; 0 is any number. More wait in the backlog until one
    /// finishes, or is ended because it stalls: see <see cref="HandshakePatience"/>.
    /// </summary>
    [Parameter(Validate = nameof(IsLimit))]
    public partial int MaxHandshakes { get; set; } = 1024;

    /// <summary>
    /// How long an unfinished connection may make no progress before it is ended, when there are <see cref="MaxHandshakes"/>; three times as
    /// long while others make progress. With fewer of them only the timeouts of the handshake and the PROXY header count.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan HandshakePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Servers of other loops, this one among them or not: each connection goes to the one that has the fewest. Empty keeps all of them here.
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
