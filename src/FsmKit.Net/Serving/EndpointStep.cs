namespace FsmKit.Net;

/// <summary>The life of an endpoint, in the order of its steps (Gio <c>GSocketListenerEvent</c>). A failure ends the sequence.</summary>
public enum EndpointStep : byte
{
    /// <summary>It is about to take its address.</summary>
    Binding,

    /// <summary>It has its address, and with it its port.</summary>
    Bound,

    /// <summary>It is about to listen.</summary>
    Listening,

    /// <summary>The system takes connections for it. The first step of a socket that was adopted.</summary>
    Listened,

    /// <summary>It takes none any more.</summary>
    Closed,
}
