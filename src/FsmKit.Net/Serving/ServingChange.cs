namespace FsmKit.Net;

/// <summary>Reasons why a <see cref="GServerSock"/> stops or resumes accepting connections.</summary>
public enum ServingChange : byte
{
    /// <summary><see cref="EvPauseAccepting"/> paused accepting. Connections wait in the backlog.</summary>
    Paused,

    /// <summary><see cref="EvResumeAccepting"/> resumed accepting.</summary>
    Resumed,

    /// <summary>
    /// The limit of connections is reached (<see cref="GServerSock.MaxConnections"/>), or no worker (<see cref="GServerSock.Workers"/>) has
    /// room. More connections wait in the backlog.
    /// </summary>
    Full,

    /// <summary>
    /// The server, or one of its <see cref="GServerSock.Workers"/>, has room for a connection again after <see cref="Full"/>.
    /// </summary>
    Freed,

    /// <summary>The system has no descriptor or memory for another connection. The server tries again every 100 ms.</summary>
    Starved,

    /// <summary>The server has accepted the first connection after <see cref="Starved"/>.</summary>
    Recovered,

    /// <summary>The last endpoint was removed. Not published at the destruction of the server, which has no subscribers then.</summary>
    Stopped,
}
