namespace FsmKit.Net.Listening;

/// <summary>
/// Steps in the life of a listening socket, in order (Gio <c>GSocketListenerEvent</c>). A failure ends the sequence.
/// </summary>
public enum SocketListenerEvent
{
    /// <summary>The socket is about to be bound. Set options that affect the bind now.</summary>
    Binding,

    /// <summary>The socket is bound; its local address is known.</summary>
    Bound,

    /// <summary>The socket is about to listen.</summary>
    Listening,

    /// <summary>The socket listens.</summary>
    Listened,
}
