namespace FsmKit.Net.Listening;

/// <summary>
/// What happens to a listening socket, in the order of its life; a failure ends the sequence (Gio <c>GSocketListenerEvent</c>).
/// </summary>
public enum SocketListenerEvent
{
    /// <summary>It is about to be bound: the last moment for options that binding looks at.</summary>
    Binding,

    /// <summary>It is bound; its local end point is known.</summary>
    Bound,

    /// <summary>It is about to listen.</summary>
    Listening,

    /// <summary>It listens.</summary>
    Listened,
}
