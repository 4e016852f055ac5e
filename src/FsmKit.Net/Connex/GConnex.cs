namespace FsmKit.Net;

/// <summary>
/// Client that keeps a connection: connects, reconnects to the next of its destinations when the connection ends, and queues messages
/// meanwhile.
/// </summary>
/// <remarks>
/// Modelled on GinsFSM's GConnex. A connex publishes the events of its <see cref="Gsock"/> as their sender, so that a gclass written for a
/// <see cref="GSock"/> also works with a connex; <c>e.Gsock.Connex</c> returns the connex. Send to the connex, not to the gsock, because
/// only the connex queues. <see cref="EvDisconnected"/> is published once per <see cref="EvConnected"/>, not for failed attempts.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvSendData>, Input<EvConnect>, Input<EvDrop>, Input<EvClose>, Input<EvEnable>, Input<EvDisable>]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>, Input<EvInputEnded>]
[Input<EvFrame>, Input<EvFrameFault>, Input<EvHighWater>, Input<EvLowWater>, Input<EvIdle>, Input<EvStale>]
[Output<EvConnected>(Optional = true), Output<EvDisconnected>(Optional = true), Output<EvRxData>]
[Output<EvFrame>(Optional = true), Output<EvFrameFault>(Optional = true)]
[Output<EvTransmitReady>(Optional = true), Output<EvInputEnded>(Optional = true)]
[Output<EvHighWater>(Optional = true), Output<EvLowWater>(Optional = true)]
[On<EvStale>(nameof(AcDropStale))]
[Ignore<EvIdle>]
public sealed partial class GConnex : GObj
{
    private enum State : byte
    {
        /// <summary>No connection, and no attempt in progress.</summary>
        [On<EvConnect>(nameof(AcConnect), Next = WaitConnected, When = nameof(NamesNoDestination))]
        [On<EvDisable>(nameof(AcDisable), Next = Disabled)]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvEnable>]
        [Refuse]
        Offline,

        /// <summary>No connection is needed yet: the start delay, or on-demand mode with an empty queue.</summary>
        [Inside(Offline)]
        [After(nameof(FirstPause), nameof(AcConnect), Next = WaitConnected, When = nameof(NeedsConnection))]
        [On<EvSendData>(nameof(AcQueueAndConnect), Next = WaitConnected, When = nameof(HasRoom))]
        Disconnected,

        /// <summary>The pause after failed attempts. Messages are queued; <see cref="EvConnect"/> ends the pause.</summary>
        [Inside(Offline)]
        [After(nameof(NextPause), nameof(AcConnect), Next = WaitConnected)]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoom))]
        Waiting,

        /// <summary>The connex is switched off. Messages queued before are kept.</summary>
        [Inside(Offline)]
        [On<EvEnable>(nameof(AcEnable), Next = Disconnected)]
        [Ignore<EvDisable>]
        [Refuse<EvConnect>]
        Disabled,

        /// <summary>The gsock is connecting, connected or closing.</summary>
        [On<EvDisconnected>(nameof(AcRest), Next = Disconnected, When = nameof(MayRest))]
        [On<EvDisconnected>(nameof(AcConnectToNext), Next = WaitConnected, When = nameof(ConnectsAtOnce))]
        [On<EvDisconnected>(nameof(AcEnded), Next = Waiting)]
        [Refuse]
        Engaged,

        /// <summary>The gsock is connecting or connected.</summary>
        [Inside(Engaged)]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoom))]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvDisable>(nameof(AcDisableAndDrop), Next = Closing)]
        [Ignore<EvConnect>, Ignore<EvEnable>]
        Online,

        /// <summary>The gsock is connecting. Messages are queued.</summary>
        [Inside(Online)]
        [On<EvConnected>(nameof(AcConnected), Next = Connected)]
        [On<EvDisconnected>(nameof(AcConnectToNext), Next = WaitConnected, When = nameof(ConnectsAtOnce))]
        [On<EvClose>(nameof(AcDrop), Next = Closing)]
        [After(nameof(TimeoutWaitingConnected), nameof(AcTimedOut))]
        WaitConnected,

        /// <summary>The connection is open.</summary>
        [Inside(Online)]
        [On<EvRxData>(nameof(AcRxData))]
        [On<EvFrame>(nameof(AcFrame)), On<EvFrameFault>(nameof(AcFrameFault))]
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

        /// <summary>The connex has told the gsock to end the connection or the attempt, and waits for its <see cref="EvDisconnected"/>.</summary>
        [Inside(Engaged)]
        [On<EvDisconnected>(nameof(AcEnded), Next = Disabled, When = nameof(IsDisabled))]
        [On<EvSendData>(nameof(AcQueue), When = nameof(HasRoomAndUse))]
        [On<EvConnect>(nameof(AcHurry), When = nameof(NamesNoDestination))]
        [On<EvDrop>(nameof(AcDrop))]
        [On<EvDisable>(nameof(AcDisableAndDrop))]
        [On<EvEnable>(nameof(AcEnableAgain))]
        [Ignore<EvClose>, Ignore<EvHighWater>, Ignore<EvLowWater>]
        Closing,
    }

    /// <summary>The child that makes all connections, one after the other. The application must not destroy it.</summary>
    public GSock Gsock { get; private set; } = null!;

    /// <summary>Whether the connection is open.</summary>
    public bool IsConnected => CurrentState == State.Connected;

    /// <summary>Whether no connection is open (GinsFSM <c>is_closed</c>). The opposite of <see cref="IsConnected"/>.</summary>
    public bool IsClosed => CurrentState != State.Connected;

    /// <summary>Whether neither a connection nor an attempt exists (GinsFSM <c>is_disconnected</c>).</summary>
    public bool IsDisconnected => IsIn(State.Offline);

    /// <summary>
    /// Host of the last attempt's destination; before the first attempt, of the first destination. Empty without a destination. Read-only.
    /// </summary>
    [Parameter]
    public partial string Host { get; }

    /// <summary>
    /// Port of the last attempt's destination; before the first attempt, of the first destination. 0 for a Unix socket. Read-only.
    /// </summary>
    [Parameter]
    public partial int Port { get; }

    /// <summary>Number of messages that wait for a connection.</summary>
    public int QueuedMessages => _queue.Count;

    /// <summary>Number of bytes in the messages that wait for a connection.</summary>
    public long QueuedBytes => _queue.Bytes;

    /// <summary>Number of messages dropped for newer ones (<see cref="QueuePolicy.DropOldest"/>), since the creation.</summary>
    public long DroppedMessages { get; private set; }

    /// <summary>Number of messages dropped because they had waited for <see cref="QueueTimeout"/>, since the creation.</summary>
    public long ExpiredMessages { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(QueuedMessages), QueuedMessages),
        new(nameof(QueuedBytes), QueuedBytes),
        new(nameof(DroppedMessages), DroppedMessages),
        new(nameof(ExpiredMessages), ExpiredMessages),
    ];
}
