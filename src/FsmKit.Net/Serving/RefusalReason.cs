namespace FsmKit.Net;

/// <summary>Why a server closed a connection before anybody heard of it.</summary>
public enum RefusalReason : byte
{
    /// <summary>Its address is not one of <see cref="GServerSock.Origins"/>.</summary>
    NotAllowed,

    /// <summary>There are <see cref="GServerSock.MaxConnections"/>.</summary>
    Full,

    /// <summary>Its address has <see cref="GServerSock.MaxConnectionsPerAddress"/>.</summary>
    FullForAddress,

    /// <summary>It comes from none of <see cref="GServerSock.ProxyFrom"/>.</summary>
    NotProxy,

    /// <summary>It did not begin with a PROXY header.</summary>
    BadPreface,

    /// <summary>Its PROXY header was not complete within <see cref="GServerSock.ProxyTimeout"/>.</summary>
    PrefaceTimedOut,

    /// <summary>It stalled for <see cref="GServerSock.HandshakePatience"/> while there were <see cref="GServerSock.MaxHandshakes"/>.</summary>
    CrowdedOut,

    /// <summary>The worker that it was for is gone, or its loop takes no more posts.</summary>
    NotTaken,

    /// <summary>No gsock could be made for it.</summary>
    NotCreated,
}
