namespace FsmKit.Programs.Mqtt;

/// <content>Guards and actions.</content>
public sealed partial class MqttSession
{
    private TimeSpan BackOff() => FirstBackOff * Math.Pow(2, Math.Min(_failures, 6));

    private static bool IsAccepted(in EvConnAck e) => e.ReturnCode == 0;

    private static bool IsAtMostOnce(in EvPublish e) => e.Qos == Qos.AtMostOnce;

    private void AcBegin() => _failures = 0;

    private void AcOpenTransport() => Publish(new EvOpenTransport());

    private void AcCloseTransport() => Publish(new EvCloseTransport());

    private void AcSendConnect() => Publish(new EvPacket("CONNECT"));

    private void AcTellOnline()
    {
        _failures = 0;
        Publish(new EvOnline());
        foreach (var delivery in this.Children<Delivery>())
        {
            Send(delivery, new EvOnline());
        }
    }

    private void AcTellRejected(in EvConnAck e)
    {
        Publish(new EvRejected(e.ReturnCode));
        AcCloseTransport();
    }

    private void AcTellOffline() => Publish(new EvOffline());

    private void AcDrop()
    {
        AcCloseTransport();
        AcTellOffline();
    }

    // A timeout is armed before the entry actions: the first one counts no failure yet.
    private void AcCountFailure() => _failures++;

    private void AcSuspend()
    {
        foreach (var delivery in this.Children<Delivery>())
        {
            Send(delivery, new EvTransportClosed());
        }
    }

    private void AcSendDisconnect()
    {
        Publish(new EvPacket("DISCONNECT"));
        AcCloseTransport();
    }

    private void AcPublishOnce(in EvPublish e) => Publish(new EvPacket($"PUBLISH 0 {e.Topic} {e.Payload}"));

    private void AcPublish(in EvPublish e)
    {
        var (id, message) = (++_lastPacketId, e);
        _deliveries[id] = Create<Delivery>($"delivery-{id}", delivery => (delivery.PacketId, delivery.Message) = (id, message));
    }

    private void AcSubscribe(in EvSubscribe e) => Publish(new EvPacket($"SUBSCRIBE {++_lastPacketId} {e.Topic}"));

    private void AcDeliver(in EvPublishArrived e)
    {
        Publish(new EvMessage(e.Topic, e.Payload));
        if (e.PacketId != 0)
        {
            Publish(new EvPacket($"PUBACK {e.PacketId}"));
        }
    }

    private void AcAcknowledged(in EvPubAck e)
    {
        if (_deliveries.TryGetValue(e.PacketId, out var delivery))
        {
            Send(delivery, e);
            Publish(new EvDelivered(e.PacketId));
        }
    }

    private void AcTellSubscribed(in EvSubAck e) => Publish(new EvSubscribed(e.PacketId));

    private void AcForget(in EvFinished e)
    {
        if (e.Gobj is Delivery delivery)
        {
            _deliveries.Remove(delivery.PacketId);
            delivery.Destroy();
        }
    }

    private void AcPing() => Publish(new EvPacket("PINGREQ"));
}
