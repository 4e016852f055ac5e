namespace FsmKit.Programs.Mqtt;

/// <summary>A message of QoS 1 on its way: sent until it is acknowledged.</summary>
[GClass]
[Input<EvPubAck>, Input<EvTransportClosed>, Input<EvOnline>]
[Output<EvPacket>]
public sealed partial class Delivery : GObj
{
    private bool _isDuplicate;

    /// <summary>The identifier of the packet.</summary>
    public ushort PacketId { get; set; }

    /// <summary>The message.</summary>
    public EvPublish Message { get; set; }

    /// <summary>Time for the acknowledgement. Default 20 s.</summary>
    [Parameter]
    public partial TimeSpan RetryTime { get; set; } = TimeSpan.FromSeconds(20);

    private enum State : byte
    {
        /// <summary>Sent, not acknowledged.</summary>
        [Enter(nameof(AcSend))]
        [On<EvPubAck>(Next = Acknowledged)]
        [On<EvTransportClosed>(Next = Suspended)]
        [After(nameof(RetryTime), Next = InFlight)]
        [Ignore<EvOnline>]
        InFlight,

        /// <summary>Waiting for the next connection.</summary>
        [On<EvOnline>(Next = InFlight)]
        [Ignore<EvTransportClosed>]
        [Refuse]
        Suspended,

        /// <summary>The broker has it.</summary>
        [Final]
        Acknowledged,
    }

    private void AcSend()
    {
        Publish(new EvPacket($"PUBLISH {PacketId} {Message.Topic} {Message.Payload}{(_isDuplicate ? " DUP" : "")}"));
        _isDuplicate = true;
    }
}
