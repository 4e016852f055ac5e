namespace FsmKit.Net;

/// <summary>What has changed about a server's accepting.</summary>
public enum ServingChange : byte
{
    /// <summary><see cref="EvPauseAccepting"/> came; connections wait in the backlog.</summary>
    Paused,

    /// <summary><see cref="EvResumeAccepting"/> came.</summary>
    Resumed,

    /// <summary>There are as many connections as there may be; more wait in the backlog.</summary>
    Full,

    /// <summary>There is room again.</summary>
    Freed,

    /// <summary>The system has no descriptor or memory for another connection; it is tried again and again.</summary>
    Starved,

    /// <summary>The first connection after a dry spell was accepted.</summary>
    Recovered,

    /// <summary>The last endpoint was removed. Nothing is published when the server is destroyed: nobody is subscribed to it any more.</summary>
    Stopped,
}
