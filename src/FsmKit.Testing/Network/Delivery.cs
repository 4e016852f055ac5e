using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Something that is under way to one end of a connection.</summary>
internal readonly record struct Delivery(MemoryEnd To, DeliveryKind Kind, int Count);

/// <summary>What can be under way.</summary>
internal enum DeliveryKind : byte
{
    /// <summary>To the end that connects: the question whether anybody listens, and at once the answer.</summary>
    Connect,

    /// <summary>To the end that connects: a failure that the faults ask for.</summary>
    ConnectFailure,

    /// <summary>So many bytes, which are in the inbox already.</summary>
    Data,

    /// <summary>The end of the stream.</summary>
    End,

    /// <summary>The connection is gone.</summary>
    Reset,
}
