namespace FsmKit.Net;

/// <content>Parameters. Names are GinsFSM's; defaults too, unless the summary says otherwise.</content>
public sealed partial class GConnex
{
    /// <summary>
    /// Destinations, tried in turn: <c>a:80, [::1]:80, unix:/path</c>. After a failed attempt the next destination is tried at once; after all
    /// have failed, a pause follows. A change takes effect with the next attempt. Default: none, which only a <see cref="Disabled"/> connex accepts.
    /// </summary>
    [Parameter(Validate = nameof(AreDestinations))]
    public partial IReadOnlyList<HostPort> Destinations { get; set; } = [default];

    /// <summary>
    /// Drops the connection and stops connecting while true; messages are refused. False starts connecting again. A change takes effect at once.
    /// Default: false.
    /// </summary>
    [Parameter(Coerce = nameof(Switch))]
    public partial bool Disabled { get; set; }

    /// <summary>
    /// Time until the first attempt, after the creation and after each enabling. Default: zero, the next turn of the loop.
    /// </summary>
    /// <remarks>
    /// GinsFSM waited 2 s for the rest of the program to start. Here the creator's action has always ended before the first attempt, because the
    /// attempt is an event of the loop.
    /// </remarks>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan StartDelay { get; set; }

    /// <summary>
    /// Longest time of an attempt, including the look-up of the name. Default: 60 s. Zero: as long as the system waits.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan TimeoutWaitingConnected { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// First pause after all destinations have failed. The pause doubles each time that all fail again, up to <see cref="MaxBackoff"/>. A
    /// connection that lasted at least this time resets the pause. Default: 5 s. Range: zero or more; a pause takes at least 1 ms.
    /// </summary>
    [Parameter(Validate = nameof(IsTime), Reload = true)]
    public partial TimeSpan TimeoutBetweenConnections { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest pause between attempts to connect. A value up to <see cref="TimeoutBetweenConnections"/> keeps the pause constant, as in
    /// GinsFSM. Default: 60 s. Range: zero or more.
    /// </summary>
    [Parameter(Validate = nameof(IsTime), Reload = true)]
    public partial TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Random part of the pauses between attempts to connect. Default: <see cref="BackoffJitter.Equal"/>, half of the pause.
    /// </summary>
    [Parameter]
    public partial BackoffJitter Jitter { get; set; }

    /// <summary>Source of random numbers for <see cref="Jitter"/>. Default: null, uses <see cref="Random.Shared"/>.</summary>
    public Random? JitterSource { get; set; }

    /// <summary>Options of TLS for all destinations. A change takes effect with the next attempt. Default: null, no TLS.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>
    /// Time without a byte in either direction after which the connection is closed. More than zero: a connection is made only when a
    /// message waits to be sent (on-demand mode). A change takes effect with the next connection. Default: zero, keeps the connection open.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan TimeoutInactivity { get; set; }

    /// <summary>Largest number of messages that wait for a connection or for room in its output. Default: 1000. Range: more than 0.</summary>
    [Parameter(Validate = nameof(IsPositive), Reload = true)]
    public partial int QueueCapacity { get; set; } = 1000;

    /// <summary>
    /// Largest number of bytes in the messages that wait for a connection or for room in its output. <see cref="QueuePolicy"/> decides what
    /// happens to a message that would exceed the limit. A message that alone exceeds the limit is refused if it must wait. Default:
    /// 1,048,576. Range: more than 0.
    /// </summary>
    [Parameter(Validate = nameof(IsPositive), Reload = true)]
    public partial int QueueBytes { get; set; } = 1_048_576;

    /// <summary>
    /// Treatment of a message that does not fit into the queue. Default: <see cref="QueuePolicy.RefuseNew"/>.
    /// </summary>
    [Parameter]
    public partial QueuePolicy QueuePolicy { get; set; }

    /// <summary>
    /// Longest time that a message waits in the queue; an older message is dropped and never sent. A change holds for the messages that follow.
    /// Default: zero, no limit.
    /// </summary>
    [Parameter(Validate = nameof(IsTime))]
    public partial TimeSpan QueueTimeout { get; set; }

    /// <summary>
    /// Rule that cuts the received bytes into frames (<see cref="GSock.Framing"/>). Each connection begins with it. Default: null, no frames.
    /// </summary>
    [Parameter]
    public partial Framing? Framing { get; set; }

    /// <summary>
    /// Delegate that sets parameters of the <see cref="Gsock"/>, such as keep-alive, buffers and name service. The connex itself sets the
    /// connect timeout, TLS and the <see cref="Framing"/>. Set it before the start. Default: null.
    /// </summary>
    public Action<GSock>? ConfigureGsock { get; set; }

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

    // The default list has one destination without a host; StartUp refuses it.
    private static bool AreDestinations(IReadOnlyList<HostPort> value) =>
        value is { Count: > 0 } && (value.All(static one => one.IsValid) || value is [{ Host: null }]);

    private static bool IsTime(TimeSpan value) => value >= TimeSpan.Zero;

    private static bool IsPositive(int value) => value > 0;
}
