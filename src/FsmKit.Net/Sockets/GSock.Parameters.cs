using System.Net;

namespace FsmKit.Net;

/// <content>Parameters. Names are GinsFSM's; defaults too, unless the summary says otherwise.</content>
public sealed partial class GSock
{
    /// <summary>
    /// Host to connect to: a name, an IP address, <c>unix:/path</c>, or <c>unix:@name</c> for an abstract Unix socket of Linux. Default: empty.
    /// </summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>Port to connect to, 0 to 65535; not used for a Unix socket. Default: 0, not set.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>
    /// Ports that a connect tries in turn with <see cref="UseMultiPorts"/>, each 0 to 65535. Each port is tried at all addresses of the host,
    /// until one connects. <see cref="Port"/> is then the last port tried. Default: empty.
    /// </summary>
    [Parameter]
    public partial IReadOnlyList<int> Ports { get; set; }

    /// <summary>
    /// Connects to the first of <see cref="Ports"/> that accepts, unless <see cref="EvConnect"/> or <see cref="NextDestination"/> names a port,
    /// or the host is a Unix socket. Default: false, connects to <see cref="Port"/>.
    /// </summary>
    [Parameter]
    public partial bool UseMultiPorts { get; set; }

    /// <summary>IP address of the last attempt, as text; empty before the first attempt, and for a Unix socket. Read-only.</summary>
    [Parameter]
    public partial string Ip { get; private set; } = "";

    /// <summary>
    /// Delegate that returns the destination for each <see cref="EvConnect"/> without host and port (GinsFSM <c>get_next_dst</c>). The result
    /// is stored in <see cref="Host"/> and <see cref="Port"/>. Called on the loop's thread. Default: null, uses the two parameters.
    /// </summary>
    public Func<GSock, (string Host, int Port)>? NextDestination
    {
        get => _attempts?.NextDestination;
        set => Attempts.NextDestination = value;
    }

    /// <summary>
    /// Delegate that returns the addresses of a host name. Called on the loop's thread; its task may end on any thread. Default: null, queries
    /// the system.
    /// </summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolver
    {
        get => _attempts?.Resolver;
        set => Attempts.Resolver = value;
    }

    /// <summary>
    /// Longest time for the look-up of the name, and again for the attempts at all addresses of one port. After it, <see cref="UseMultiPorts"/>
    /// tries the next port; otherwise the connect fails. Default: 30 s. Zero: as long as the system waits.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time after which the next address is tried in parallel to the attempts in progress (RFC 8305 section 5). Default: 250 ms. Range: zero or more.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ConnectionAttemptDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Options of TLS. <see cref="EvConnected"/> is then published after the handshake. Default: null, no TLS.
    /// </summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// Limit of the bytes that wait to be sent. <see cref="OverflowPolicy"/> decides about a message beyond the limit. A message of any size
    /// fits while nothing waits. Default: 1,048,576. Range: more than 0.
    /// </summary>
    /// <remarks>GinsFSM moved the excess to a file of unlimited size.</remarks>
    [Parameter(Validate = nameof(IsPositive), Reload = true)]
    public partial int OutbufOverflow { get; set; } = 1_048_576;

    /// <summary>
    /// Treatment of a message that exceeds <see cref="OutbufOverflow"/>. Default: <see cref="OverflowPolicy.Drop"/>, drops the connection.
    /// </summary>
    [Parameter]
    public partial OverflowPolicy OverflowPolicy { get; set; }

    /// <summary>
    /// Bytes of waiting output above which <see cref="EvHighWater"/> is published. Default: 65,536. Range: more than 0.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int HighWaterMark { get; set; } = 65_536;

    /// <summary>
    /// Bytes of waiting output at or below which <see cref="EvLowWater"/> is published, after an <see cref="EvHighWater"/>. Default: 16,384.
    /// Range: 0 or more.
    /// </summary>
    [Parameter(Validate = nameof(IsSize))]
    public partial int LowWaterMark { get; set; } = 16_384;

    /// <summary>Largest number of bytes for one send call of the system. Default: 0, no limit.</summary>
    /// <remarks>GinsFSM's default was 18000, two packets of nine kilobytes. A limit costs one system call per slice.</remarks>
    [Parameter(Validate = nameof(IsSize))]
    public partial int SendBytes { get; set; }

    /// <summary>
    /// First size of the output buffer in bytes. The buffer exists only while output waits, and grows as needed. Default: 4096. Range: more
    /// than 0.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int TxBufferSize { get; set; } = 4096;

    /// <summary>
    /// Closes the connection as <see cref="EvClose"/> does, as soon as the output is flushed; without waiting output, in the next turn of
    /// the loop. The close sets the parameter back to false. Default: false.
    /// </summary>
    [Parameter(Coerce = nameof(NoteCloseWhenFlushed))]
    public partial bool CloseWhenFlushed { get; set; }

    /// <summary>
    /// Longest time that a closing connection waits for the peer: to take more of the output, and then to end its stream. Default: 5 s. Range:
    /// more than zero.
    /// </summary>
    [Parameter(Validate = nameof(IsPatience))]
    public partial TimeSpan LingerTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Time without a byte in either direction after which the connection is closed with <see cref="DisconnectReason.IdleTimedOut"/>. Bytes
    /// count as sent when the system takes them. Default: zero, never.
    /// </summary>
    /// <remarks>The value is read after <see cref="EvConnected"/>, and again each time that the previous value has passed.</remarks>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan IdleTimeout { get; set; }

    /// <summary>
    /// Keeps the connection open for sending when the peer ends its stream, and publishes <see cref="EvInputEnded"/>. Default: false, the
    /// connection ends.
    /// </summary>
    [Parameter]
    public partial bool AllowHalfOpen { get; set; }

    /// <summary>Sends small messages at once instead of collecting them (<c>TCP_NODELAY</c>). Default: true.</summary>
    [Parameter]
    public partial bool NoDelay { get; set; } = true;

    /// <summary>
    /// Time of silence after which the system sends a keep-alive probe to the peer (<c>TCP_KEEPIDLE</c>), in whole seconds. Default: zero, no probes.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAlive { get; set; }

    /// <summary>
    /// Time between two keep-alive probes (<c>TCP_KEEPINTVL</c>), in whole seconds. Default: zero, the system's value.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan KeepAliveInterval { get; set; }

    /// <summary>
    /// Number of unanswered keep-alive probes after which the connection breaks (<c>TCP_KEEPCNT</c>), 0 to 127. Default: 0, the system's value.
    /// </summary>
    [Parameter(Validate = nameof(IsProbeCount))]
    public partial int KeepAliveCount { get; set; }

    /// <summary>
    /// Longest time that sent data may stay unacknowledged before the connection breaks (RFC 5482; Linux only). Default: zero, the system's
    /// value, about 15 minutes.
    /// </summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan UserTimeout { get; set; }

    /// <summary>
    /// Rule that cuts the received bytes into frames. Each frame is then one <see cref="EvFrame"/>, and no <see cref="EvRxData"/> is
    /// published. A change applies from the first byte that no frame has used. Default: null, no frames.
    /// </summary>
    /// <remarks>A change cancels an incomplete <see cref="ExpectBlock"/>. The next connection uses the same value.</remarks>
    [Parameter]
    public partial Framing? Framing { get; set; }

    /// <summary>Destroys the gsock in the turn of the loop after its <see cref="EvDisconnected"/>. Default: false.</summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; }

    /// <summary>Logs received and sent bytes in hexadecimal. Default: false.</summary>
    [Parameter(Reload = true)]
    public partial bool TraceDump { get; set; }

    /// <summary>Turns <see cref="TraceDump"/> on for every gsock of the process (GinsFSM <c>global_trace_dump</c>). Default: false.</summary>
    public static bool GlobalTraceDump { get; set; }

    private bool IsDumping => TraceDump || GlobalTraceDump;

    /// <summary>Event that the subscriber gets for <see cref="EvConnected"/>. Default: the event itself. Null: none.</summary>
    [Parameter]
    public partial EventName<EvConnected>? ConnectedEventName { get; set; } = EventName.Own<EvConnected>();

    /// <summary>Event that the subscriber gets for <see cref="EvDisconnected"/>. Default: the event itself. Null: none.</summary>
    [Parameter]
    public partial EventName<EvDisconnected>? DisconnectedEventName { get; set; } = EventName.Own<EvDisconnected>();

    /// <summary>Event that the subscriber gets for <see cref="EvTransmitReady"/>. Default: the event itself. Null: none.</summary>
    [Parameter]
    public partial EventName<EvTransmitReady>? TransmitReadyEventName { get; set; } = EventName.Own<EvTransmitReady>();

    /// <summary>Event that the subscriber gets for <see cref="EvRxData"/>. Default: the event itself. Null: none.</summary>
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
