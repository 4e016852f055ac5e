namespace FsmKit.Net;

/// <summary>
/// Gclass whose gobjs serve one accepted connection each (<see cref="GServerSock.Serve{T}"/>). The server creates the session with its connection and
/// destroys both together.
/// </summary>
public interface ISession
{
    /// <summary>
    /// The connection, a child of the session. The server sets the property before <see cref="EvConnected"/>; in <c>StartUp</c> it is not set yet.
    /// </summary>
    GSock Gsock { get; set; }
}
