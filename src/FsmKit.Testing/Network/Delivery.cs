using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Item under way to one end of a connection.</summary>
internal readonly record struct Delivery(MemoryEnd To, DeliveryKind Kind, int Count);

/// <summary>Kind of a delivery.</summary>
internal enum DeliveryKind : byte
{
    /// <summary>A connect, on its way to the listener; it is answered at once on arrival. Its end is the one that connects.</summary>
    Connect,

    /// <summary>A failure of a connect that the faults ask for. Its end is the one that connects.</summary>
    ConnectFailure,

    /// <summary>A number of bytes, which are in the inbox already.</summary>
    Data,

    /// <summary>The end of the stream.</summary>
    End,

    /// <summary>A reset of the connection.</summary>
    Reset,
}
