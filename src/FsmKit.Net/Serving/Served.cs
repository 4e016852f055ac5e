using System.Net;

namespace FsmKit.Net;

/// <summary>What a server remembers of an accepted gsock, where there is something to remember.</summary>
internal sealed class Served(GSock gsock) : Unfinished
{
    public object? Source { get; init; }

    public EndPoint? Proxy { get; init; }

    /// <summary>Whom it counts for, when connections per address are counted.</summary>
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
