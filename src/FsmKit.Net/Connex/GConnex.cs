namespace FsmKit.Net;

/// <summary>Keeps a connection of a client alive: connects, connects again when it ends, to the next of its destinations, and queues what is sent meanwhile.</summary>
/// <remarks>
/// After GinsFSM's GConnex. It publishes the events of its <see cref="Gsock"/> with itself as the source, so that a gclass written for a
/// gsock gets along with a connex; <c>e.Gsock.Connex</c> leads back to it. Send to the connex, not to the gsock: only the connex queues.
/// <see cref="EvDisconnected"/> is published once per <see cref="EvConnected"/>, not for attempts that failed.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvSendData>, Input<EvConnect>, Input<EvDrop>, Input<EvClose>, Input<EvEnable>, Input<EvDisable>]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>, Input<EvInputEnded>]
[Input<EvHighWater>, Input<EvLowWater>, Input<EvIdle>]
[Output<EvConnected>(Optional = true), Output<EvDisconnected>(Optional = true), Output<EvRxData>]
[Output<EvTransmitReady>(Optional = true), Output<EvInputEnded>(Optional = true)]
[Output<EvHighWater>(Optional = true), Output<EvLowWater>(Optional = true)]
[Ignore<EvIdle>]
public sealed partial class GConnex : GObj
{
    private enum State : byte
    {
        /// <summary>Neither a connection nor an attempt to make one.</summary>
        [On<EvConnect>(nameof(AcConnect), Next = WaitConnected, When = nameof(NamesNoDestination))]
        [On<EvDisable>(nameof(AcDisable), Next = Disabled)]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvEnable>]
        [Refuse]
        Offline,

        /// <summary>No connection, and none is needed yet: the start delay, or on-demand mode with nothing to send.</summary>
        [Inside(Offline)]
        [After(nameof(FirstPause), nameof(AcConnect), Next = WaitConnected, When = nameof(NeedsConnection))]
        [On<EvSendData>(nameof(AcQueueAndConnect), Next = WaitConnected, When = nameof(HasRoom))]
        Disconnected,

        /// <summary>The pause after attempts that failed. What is sent waits with it; EvConnect ends it.</summary>
        [Inside(Offline)]
        [After(nameof(NextPause), nameof(AcConnect), Next = WaitConnected)]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoom))]
        Waiting,

        /// <summary>Switched off. What was queued before is kept.</summary>
        [Inside(Offline)]
        [On<EvEnable>(nameof(AcEnable), Next = Disconnected)]
        [Ignore<EvDisable>]
        [Refuse<EvConnect>]
        Disabled,

        /// <summary>The gsock is at work.</summary>
        [On<EvDisconnected>(nameof(AcRest), Next = Disconnected, When = nameof(MayRest))]
        [On<EvDisconnected>(nameof(AcConnectToNext), Next = WaitConnected, When = nameof(ConnectsAtOnce))]
        [On<EvDisconnected>(nameof(AcEnded), Next = Waiting)]
        [Refuse]
        Engaged,

        /// <summary>There is a connection, or there will be one.</summary>
        [Inside(Engaged)]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoom))]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvDisable>(nameof(AcDisableAndDrop), Next = Closing)]
        [Ignore<EvConnect>, Ignore<EvEnable>]
        Online,

        /// <summary>The gsock is connecting. What is sent is queued and does not disturb it.</summary>
        [Inside(Online)]
        [On<EvConnected>(nameof(AcConnected), Next = Connected)]
        [On<EvDisconnected>(nameof(AcConnectToNext), Next = WaitConnected, When = nameof(ConnectsAtOnce))]
        [On<EvClose>(nameof(AcDrop), Next = Closing)]
        [After(nameof(TimeoutWaitingConnected), nameof(AcTimedOut), Next = Closing)]
        WaitConnected,

        /// <summary>The connection stands.</summary>
        [Inside(Online)]
        [On<EvRxData>(nameof(AcRxData))]
        [On<EvSendData>(nameof(AcSend), When = nameof(CanPassOn))]
        [On<EvTransmitReady>(nameof(AcTransmitReady), When = nameof(IsQueueEmpty))]
        [On<EvTransmitReady>(nameof(AcFlush))]
        [On<EvHighWater>(nameof(AcHighWater))]
        [On<EvLowWater>(nameof(AcLowWater))]
        [On<EvInputEnded>(nameof(AcInputEnded))]
        [On<EvIdle>(nameof(AcCloseIdle), Next = Closing, When = nameof(IsIdle))]
        [On<EvIdle>(nameof(AcWatchIdle))]
        [On<EvClose>(nameof(AcClose), Next = Closing)]
        Connected,

        /// <summary>The gsock was told to end the connection or the attempt, and has not said yet that it did.</summary>
        [Inside(Engaged)]
        [On<EvDisconnected>(nameof(AcEnded), Next = Disabled, When = nameof(IsDisabled))]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoomAndUse))]
        [On<EvConnect>(nameof(AcHurry), When = nameof(NamesNoDestination))]
        [On<EvDrop>(nameof(AcDrop))]
        [On<EvDisable>(nameof(AcDisableAndDrop))]
        [On<EvEnable>(nameof(AcEnableAgain))]
        [Ignore<EvClose>, Ignore<EvInputEnded>, Ignore<EvHighWater>, Ignore<EvLowWater>]
        Closing,
    }

    /// <summary>The connection itself, a child. It makes one connection after the other; only the connex destroys it.</summary>
    public GSock Gsock { get; private set; } = null!;

    /// <summary>Whether the connection stands.</summary>
    public bool IsConnected => CurrentState == State.Connected;

    /// <summary>Whether there is no connection to send on: what is sent now waits (GinsFSM <c>is_closed</c>).</summary>
    public bool IsClosed => CurrentState != State.Connected;

    /// <summary>Whether there is neither a connection nor an attempt to make one (GinsFSM <c>is_disconnected</c>).</summary>
    public bool IsDisconnected => IsIn(State.Offline);

    /// <summary>The host of the destination that was tried last, or is to be tried first.</summary>
    [Parameter]
    public partial string Host { get; }

    /// <summary>The port of the destination that was tried last, or is to be tried first.</summary>
    [Parameter]
    public partial int Port { get; }

    /// <summary>How many messages wait for a connection.</summary>
    public int QueuedMessages => _queue.Count;

    /// <summary>How many bytes they are.</summary>
    public long QueuedBytes => _queue.Bytes;

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics => [new(nameof(QueuedMessages), QueuedMessages), new(nameof(QueuedBytes), QueuedBytes)];
}
