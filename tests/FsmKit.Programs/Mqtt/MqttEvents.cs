namespace FsmKit.Programs.Mqtt;

/// <summary>Quality of service of a message.</summary>
public enum Qos
{
    /// <summary>At most once.</summary>
    AtMostOnce,

    /// <summary>At least once.</summary>
    AtLeastOnce,
}

/// <summary>The session is to begin.</summary>
public readonly record struct EvConnect;

/// <summary>The session is to end.</summary>
public readonly record struct EvDisconnect;

/// <summary>A message is to be published.</summary>
public readonly record struct EvPublish(string Topic, string Payload, Qos Qos);

/// <summary>A topic is to be subscribed to.</summary>
public readonly record struct EvSubscribe(string Topic);

/// <summary>The transport is connected.</summary>
public readonly record struct EvTransportOpened;

/// <summary>The transport is gone, or could not be connected.</summary>
public readonly record struct EvTransportClosed;

/// <summary>CONNACK has come; 0 is accepted.</summary>
public readonly record struct EvConnAck(byte ReturnCode);

/// <summary>PUBLISH has come; a packet id of 0 is QoS 0.</summary>
public readonly record struct EvPublishArrived(string Topic, string Payload, ushort PacketId);

/// <summary>PUBACK has come.</summary>
public readonly record struct EvPubAck(ushort PacketId);

/// <summary>SUBACK has come.</summary>
public readonly record struct EvSubAck(ushort PacketId);

/// <summary>PINGRESP has come.</summary>
public readonly record struct EvPingResp;

/// <summary>The transport is to be connected.</summary>
public readonly record struct EvOpenTransport;

/// <summary>The transport is to be closed.</summary>
public readonly record struct EvCloseTransport;

/// <summary>A packet is to be sent.</summary>
public readonly record struct EvPacket(string Text);

/// <summary>The broker has accepted the session.</summary>
public readonly record struct EvOnline;

/// <summary>The broker cannot be reached for now.</summary>
public readonly record struct EvOffline;

/// <summary>The broker does not want the session.</summary>
public readonly record struct EvRejected(byte ReturnCode);

/// <summary>A message has come.</summary>
public readonly record struct EvMessage(string Topic, string Payload);

/// <summary>The broker has a message of QoS 1.</summary>
public readonly record struct EvDelivered(ushort PacketId);

/// <summary>The broker has a subscription.</summary>
public readonly record struct EvSubscribed(ushort PacketId);
