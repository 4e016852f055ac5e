using FsmKit.Net;

namespace FsmKit.Simulations.Listening;

/// <summary>A port on which clients can connect. It accepts for the socket that listens there, while that has asked for it.</summary>
internal sealed class KernelPort(GServerSock server)
{
    /// <summary>Holds back the clients while nobody asks for them.</summary>
    public GServerSock Server => server;

    /// <summary>The accept that waits; null without one.</summary>
    public PendingAccept? Pending { get; set; }
}
