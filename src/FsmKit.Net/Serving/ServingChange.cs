namespace FsmKit.Net;

/// <summary>Changes of a server's accepting.</summary>
public enum ServingChange : byte
{
    /// <summary><see cref="EvPauseAccepting"/> paused accepting. Connections wait in the backlog.</summary>
    Paused,

    /// <summary><see cref="EvResumeAccepting"/> resumed accepting.</summary>
    Resumed,

    /// <summary>The limit of connections is reached. More connections wait in the backlog.</summary>
    Full,

    /// <summary>The number of connections is below the limit again.</summary>
    Freed,

    /// <summary>The system has no descriptor or memory for another connection. The server tries again every 100 ms.</summary>
    Starved,

    /// <summary>The server has accepted the first connection after <see cref="Starved"/>.</summary>
    Recovered,

    /// <summary>The last endpoint was removed. Not published at the destruction of the server, which has no subscribers then.</summary>
    Stopped,
}
