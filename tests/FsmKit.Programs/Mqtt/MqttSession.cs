namespace FsmKit.Programs.Mqtt;

/// <summary>A session of an MQTT 3.1.1 client over one transport after the other.</summary>
[GClass]
[Input<EvConnect>, Input<EvDisconnect>, Input<EvPublish>, Input<EvSubscribe>]
[Input<EvTransportOpened>, Input<EvTransportClosed>, Input<EvConnAck>, Input<EvPublishArrived>]
[Input<EvPubAck>, Input<EvSubAck>, Input<EvPingResp>]
[Input<EvPacket>, Input<EvFinished>]
[Output<EvOpenTransport>, Output<EvCloseTransport>, Output<EvPacket>]
[Output<EvOnline>, Output<EvOffline>, Output<EvRejected>, Output<EvMessage>, Output<EvDelivered>, Output<EvSubscribed>]
// Late events of a transport that was given up are ignored.
[Ignore<EvTransportOpened>, Ignore<EvTransportClosed>, Ignore<EvConnAck>]
[Ignore<EvPublishArrived>, Ignore<EvPubAck>, Ignore<EvSubAck>, Ignore<EvPingResp>]
public sealed partial class MqttSession : GObj
{
    private readonly Dictionary<ushort, Delivery> _deliveries = [];
    private ushort _lastPacketId;
    private int _failures;

    /// <summary>Silence after which the client sends PINGREQ. Default 60 s.</summary>
    [Parameter]
    public partial TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for a connection, and for a PINGRESP. Default 10 s.</summary>
    [Parameter]
    public partial TimeSpan ResponseTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait before the second attempt; each further wait is twice as long. Default 1 s.</summary>
    [Parameter]
    public partial TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(1);

    private enum State : byte
    {
        /// <summary>No session is wanted.</summary>
        [On<EvConnect>(nameof(AcBegin), Next = Opening)]
        [Refuse]
        Disconnected,

        /// <summary>The session is wanted.</summary>
        [On<EvDisconnect>(nameof(AcCloseTransport), Next = Disconnected)]
        [On<EvTransportClosed>(nameof(AcTellOffline), Next = BackingOff)]
        [Refuse]
        Wanted,

        /// <summary>The broker has not accepted the session yet. Orders of the user wait.</summary>
        [Inside(Wanted)]
        [After(nameof(ResponseTime), nameof(AcDrop), Next = BackingOff)]
        [Defer<EvPublish>, Defer<EvSubscribe>]
        Connecting,

        /// <summary>The transport is being connected.</summary>
        [Inside(Connecting)]
        [Enter(nameof(AcOpenTransport))]
        [On<EvTransportOpened>(nameof(AcSendConnect), Next = AwaitingConnAck)]
        Opening,

        /// <summary>CONNECT is sent.</summary>
        [Inside(Connecting)]
        [On<EvConnAck>(nameof(AcTellOnline), Next = Online, When = nameof(IsAccepted))]
        [On<EvConnAck>(nameof(AcTellRejected), Next = Disconnected)]
        AwaitingConnAck,

        /// <summary>The session is there.</summary>
        [Inside(Wanted)]
        [Exit(nameof(AcSuspend))]
        [On<EvDisconnect>(nameof(AcSendDisconnect), Next = Disconnected)]
        [On<EvPublish>(nameof(AcPublishOnce), When = nameof(IsAtMostOnce))]
        [On<EvPublish>(nameof(AcPublish))]
        [On<EvSubscribe>(nameof(AcSubscribe))]
        [On<EvPublishArrived>(nameof(AcDeliver))]
        [On<EvPubAck>(nameof(AcAcknowledged))]
        [On<EvSubAck>(nameof(AcTellSubscribed))]
        [On<EvFinished>(nameof(AcForget))]
        [Forward<EvPacket>]
        Online,

        /// <summary>No answer to PINGREQ is awaited.</summary>
        [Inside(Online)]
        [Idle(nameof(KeepAlive), nameof(AcPing), Next = Pinging)]
        Quiet,

        /// <summary>PINGREQ is sent.</summary>
        [Inside(Online)]
        [On<EvPingResp>(Next = Quiet)]
        [After(nameof(ResponseTime), nameof(AcDrop), Next = BackingOff)]
        Pinging,

        /// <summary>Waiting before the next attempt.</summary>
        [Inside(Wanted)]
        [Enter(nameof(AcCountFailure))]
        [After(nameof(BackOff), Next = Opening)]
        [Ignore<EvTransportClosed>]
        [Defer<EvPublish>, Defer<EvSubscribe>]
        BackingOff,
    }
}
