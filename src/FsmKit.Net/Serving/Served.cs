using System.Net;

namespace FsmKit.Net;

/// <summary>Data of a server about an accepted gsock. Exists only for a gsock that needs it.</summary>
internal sealed class Served(GSock gsock) : Unfinished
{
    public object? Source { get; init; }

    public EndPoint? Proxy { get; init; }

    /// <summary>Key of the peer that the connection counts for; null without a limit per address.</summary>
    public AddressKey? Peer { get; init; }

    public override int Steps => gsock.HandshakeSteps;

    public override bool HasUnread => gsock.HasUnreadHandshake;

    public override void GiveUp(RefusalReason reason)
    {
        var server = gsock.Server;
        var peer = gsock.Peername;
        gsock.Destroy();
        server?.Refused(peer, reason);
    }
}
