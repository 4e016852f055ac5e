using System.Net;

namespace FsmKit.Net;

/// <content>What can be set. Names, and defaults where nothing else is said, are GinsFSM's.</content>
public sealed partial class GSock
{
    /// <summary>Where to connect: a name, an address, <c>unix:/path</c>, or <c>unix:@name</c> for an abstract name of Linux.</summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>Where to connect: the port, 0 to 65535.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>
    /// With <see cref="UseMultiPorts"/>: the ports that a connect tries in turn, each at all addresses of the host, until one connects. The one
    /// that was tried last stands in <see cref="Port"/> afterwards.
    /// </summary>
    [Parameter]
    public partial IReadOnlyList<int> Ports { get; set; }

    /// <summary>
    /// Connects to the first of <see cref="Ports"/> that takes the connection, unless <see cref="EvConnect"/> or <see cref="NextDestination"/> names
    /// a port, or the host is a Unix socket. Default: to <see cref="Port"/>.
    /// </summary>
    [Parameter]
    public partial bool UseMultiPorts { get; set; }

    /// <summary>The address that was tried last.</summary>
    [Parameter]
    public partial string Ip { get; private set; } = "";

    /// <summary>
    /// Asked for the destination at each <see cref="EvConnect"/> that does not name one (GinsFSM <c>get_next_dst</c>); what it answers stands
    /// in <see cref="Host"/> and <see cref="Port"/> afterwards. Null takes these as they are.
    /// </summary>
    public Func<GSock, (string Host, int Port)>? NextDestination
    {
        get => _attempts?.NextDestination;
        set => Attempts.NextDestination = value;
    }

    /// <summary>The name service: the addresses of a name, on any thread. Null asks the system.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolver
    {
        get => _attempts?.Resolver;
        set => Attempts.Resolver = value;
    }

    /// <summary>
    /// How long looking up the name, and then connecting to all its addresses at one port, may take each; zero waits as long as the system does.
    /// With <see cref="UseMultiPorts"/> the next port is tried then.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an address may take before the next one is tried beside it (RFC 8305 §5).</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ConnectionAttemptDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Speaks TLS, as these options say; null does not. <see cref="EvConnected"/> comes after the handshake.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// How many bytes may wait to be sent. A message that does not fit is treated as <see cref="OverflowPolicy"/> says; one that finds nothing
    /// waiting always fits. GinsFSM moved what was more to a file, without an end.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int OutbufOverflow { get; set; } = 1_048_576;

    /// <summary>What becomes of a message that does not fit.</summary>
    [Parameter]
    public partial OverflowPolicy OverflowPolicy { get; set; }

    /// <summary>More bytes than this waiting to be sent are announced by <see cref="EvHighWater"/>.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int HighWaterMark { get; set; } = 65_536;

    /// <summary>As few as this are announced by <see cref="EvLowWater"/>.</summary>
    [Parameter(Validate = nameof(IsSize))]
    public partial int LowWaterMark { get; set; } = 16_384;

    /// <summary>
    /// The most bytes that one call hands to the system; 0, the default, is no limit. GinsFSM's was 18000, two nine-kilobyte packets; each
    /// slice is a system call of its own.
    /// </summary>
    [Parameter(Validate = nameof(IsSize))]
    public partial int SendBytes { get; set; }

    /// <summary>How large the output buffer is at first; it is there only while something waits, and grows as needed.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int TxBufferSize { get; set; } = 4096;

    /// <summary>
    /// Closes the connection, as <see cref="EvClose"/> does, when the output has been flushed; it is false again then. Set while nothing waits
    /// to be sent, the connection is closed in the next cycle of the loop.
    /// </summary>
    [Parameter(Coerce = nameof(NoteCloseWhenFlushed))]
    public partial bool CloseWhenFlushed { get; set; }

    /// <summary>
    /// How long a closing connection waits for the other side: to take more of the output, and then to end its stream. More than zero.
    /// </summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan LingerTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// After how long without a byte in either direction a connection is closed, with <see cref="DisconnectReason.IdleTimedOut"/>; zero, the
    /// default, is never. Bytes that the system takes count as sent. Read after <see cref="EvConnected"/>, and whenever it has passed.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan IdleTimeout { get; set; }

    /// <summary>Keeps the connection open for sending when the other side ends its stream, and publishes <see cref="EvInputEnded"/>.</summary>
    [Parameter]
    public partial bool AllowHalfOpen { get; set; }

    /// <summary>Sends small messages at once instead of collecting them (TCP_NODELAY).</summary>
    [Parameter]
    public partial bool NoDelay { get; set; } = true;

    /// <summary>After how much silence the system probes whether the other side is still there; zero never. Whole seconds count.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAlive { get; set; }

    /// <summary>The time between two probes; zero leaves it to the system. Whole seconds count.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAliveInterval { get; set; }

    /// <summary>After how many probes without an answer the connection is broken; 0 leaves it to the system.</summary>
    [Parameter(Validate = nameof(IsProbeCount))]
    public partial int KeepAliveCount { get; set; }

    /// <summary>
    /// How long sent data may stay unacknowledged before the connection is broken; zero leaves it to the system, which waits a quarter of an
    /// hour (RFC 5482; Linux only).
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan UserTimeout { get; set; }

    /// <summary>Destroys the gsock in the cycle after its <see cref="EvDisconnected"/>.</summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; }

    /// <summary>Writes what is received and sent to the log, in hexadecimal.</summary>
    [Parameter]
    public partial bool TraceDump { get; set; }

    /// <summary>The same for every gsock of the process (GinsFSM <c>global_trace_dump</c>).</summary>
    public static bool GlobalTraceDump { get; set; }

    /// <summary>As what the subscriber gets <see cref="EvConnected"/>; null for not at all.</summary>
    [Parameter]
    public partial EventName<EvConnected>? ConnectedEventName { get; set; } = EventName.Own<EvConnected>();

    /// <summary>As what the subscriber gets <see cref="EvDisconnected"/>; null for not at all.</summary>
    [Parameter]
    public partial EventName<EvDisconnected>? DisconnectedEventName { get; set; } = EventName.Own<EvDisconnected>();

    /// <summary>As what the subscriber gets <see cref="EvTransmitReady"/>; null for not at all.</summary>
    [Parameter]
    public partial EventName<EvTransmitReady>? TransmitReadyEventName { get; set; } = EventName.Own<EvTransmitReady>();

    /// <summary>As what the subscriber gets <see cref="EvRxData"/>; null for not at all.</summary>
    [Parameter]
    public partial EventName<EvRxData>? RxDataEventName { get; set; } = EventName.Own<EvRxData>();

    public partial IReadOnlyList<int> Ports
    {
        get => _attempts?.Ports?.All ?? [];
        set
        {
            if (value is null || !value.All(IsPort))
            {
                throw ParameterException.Rejected(
                    this, nameof(Ports), value is null ? null : string.Join(", ", value), "Ports from 0 to 65535, which a connect tries in turn.");
            }

            if (value.Count > 0 || _attempts?.Ports is not null)
            {
                PortsInTurn.All = [.. value];
            }
        }
    }

    public partial bool UseMultiPorts
    {
        get => _attempts is { Ports.IsUsed: true };
        set
        {
            if (value != UseMultiPorts)
            {
                PortsInTurn.IsUsed = value;
            }
        }
    }

    private PortsInTurn PortsInTurn => Attempts.Ports ??= new PortsInTurn();

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool IsTimeout(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsPatience(TimeSpan value) => value > TimeSpan.Zero;

    private static bool IsPositive(int value) => value > 0;

    private static bool IsSize(int value) => value >= 0;

    private static bool IsProbeCount(int value) => value is >= 0 and <= 127;
}
