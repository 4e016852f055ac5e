namespace FsmKit.Net;

/// <content>What can be set. Names, and defaults where nothing else is said, are GinsFSM's.</content>
public sealed partial class GConnex
{
    /// <summary>
    /// Where to connect, in turn: <c>a:80, [::1]:80, unix:/path</c>. When an attempt fails, the next destination is tried at once; when all
    /// have failed, there is a pause. A new list counts from the next attempt on.
    /// </summary>
    [Parameter(Validate = nameof(AreDestinations))]
    public partial IReadOnlyList<HostPort> Destinations { get; set; } = [default];

    /// <summary>Drops the connection and makes no other, as soon as it is set; false starts again. What is sent meanwhile is refused.</summary>
    [Parameter(Coerce = nameof(Switch))]
    public partial bool Disabled { get; set; }

    /// <summary>
    /// How long before the first attempt, after the creation and after being enabled; zero is the next cycle of the loop. GinsFSM waited 2 s
    /// for the rest of the program to start; here the first event comes out of the loop, when whoever made the connex is ready.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan StartDelay { get; set; }

    /// <summary>How long an attempt may take, with the look-up of the name; zero waits as long as the system does.</summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan TimeoutWaitingConnected { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The pause after all destinations have failed; it doubles up to <see cref="MaxBackoff"/> until a connection has lasted this long.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan TimeoutBetweenConnections { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause; no longer than <see cref="TimeoutBetweenConnections"/>, the pause stays the same, as GinsFSM's did.</summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How the pauses are spread.</summary>
    [Parameter]
    public partial BackoffJitter Jitter { get; set; }

    /// <summary>With what they are spread; null takes <see cref="Random.Shared"/>.</summary>
    public Random? JitterSource { get; set; }

    /// <summary>Speaks TLS with all destinations, as these options say; null does not. It counts from the next attempt on.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// On-demand mode: after this long without a byte in either direction the connection is closed, and it is made again when there is
    /// something to send. Zero, the default, keeps the connection. It counts from the next connection on.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan TimeoutInactivity { get; set; }

    /// <summary>How many messages may wait for a connection.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int QueueCapacity { get; set; } = 1000;

    /// <summary>How many bytes they may be. A single message that has to wait and is larger is refused.</summary>
    [Parameter(Validate = nameof(IsPositive))]
    public partial int QueueBytes { get; set; } = 1_048_576;

    /// <summary>What becomes of a message for which there is no room.</summary>
    [Parameter]
    public partial QueuePolicy QueuePolicy { get; set; }

    /// <summary>How many messages were dropped for newer ones.</summary>
    [Parameter]
    public partial long DroppedMessages { get; private set; }

    /// <summary>Writes the parameters of the <see cref="Gsock"/>: keep-alive, buffers, name service. Timeout for connecting and TLS are the connex's.</summary>
    public Action<GSock>? ConfigureGsock { get; set; }

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

    // The default has no host: the first start says so.
    private static bool AreDestinations(IReadOnlyList<HostPort> value) =>
        value is { Count: > 0 } && (value.All(static one => one.IsValid) || value is [{ Host: null }]);

    private static bool IsTime(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsPositive(int value) => value > 0;
}
