namespace FsmKit.Net;

/// <summary>Reason why a server closed a connection without publishing its <see cref="EvConnected"/>.</summary>
public enum RefusalReason : byte
{
    /// <summary>The client's address is not in <see cref="GServerSock.Origins"/>.</summary>
    NotAllowed,

    /// <summary>The server has <see cref="GServerSock.MaxConnections"/> connections.</summary>
    Full,

    /// <summary>The client's address has <see cref="GServerSock.MaxConnectionsPerAddress"/> connections.</summary>
    FullForAddress,

    /// <summary>The peer's address is not in <see cref="GServerSock.ProxyFrom"/>.</summary>
    NotProxy,

    /// <summary>The connection did not begin with a valid PROXY header.</summary>
    BadPreface,

    /// <summary>The PROXY header was not complete within <see cref="GServerSock.ProxyTimeout"/>.</summary>
    PrefaceTimedOut,

    /// <summary>
    /// The TLS handshake or PROXY header made no progress for <see cref="GServerSock.HandshakePatience"/>, while
    /// <see cref="GServerSock.MaxHandshakes"/> connections were unfinished.
    /// </summary>
    CrowdedOut,

    /// <summary>
    /// No worker (<see cref="GServerSock.Workers"/>) took the connection: the chosen worker is destroyed or has no room, or its loop
    /// accepts no posts.
    /// </summary>
    NotTaken,

    /// <summary>The creation of the <see cref="GSock"/>, or of its session (<see cref="ISession"/>), failed.</summary>
    NotCreated,
}
