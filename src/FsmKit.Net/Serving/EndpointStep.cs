namespace FsmKit.Net;

/// <summary>
/// Steps in the life of a <see cref="ServerEndpoint"/>, in order (Gio <c>GSocketListenerEvent</c>). A failure ends the sequence.
/// </summary>
public enum EndpointStep : byte
{
    /// <summary>The endpoint is about to bind its address.</summary>
    Binding,

    /// <summary>The endpoint has bound its address; the port is known.</summary>
    Bound,

    /// <summary>The endpoint is about to listen.</summary>
    Listening,

    /// <summary>The endpoint listens. The first step of a socket that already listened (<see cref="GServerSock.AdoptSocket"/>).</summary>
    Listened,

    /// <summary>The endpoint has stopped listening.</summary>
    Closed,
}
