using Xunit;

namespace FsmKit.Net.Tests;

public class HandshakeCapTests
{
    [Theory, EveryReactor]
    public void One_unfinished_header_too_many_ends_the_oldest(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => (server.ProxyFrom, server.MaxHandshakes) = (AddressRanges.Parse("127.0.0.1"), 2));
        var peers = Enumerable.Range(0, 4).Select(_ => net.Peer(server)).ToArray();
        net.Until(() => server.RefusalsFor(RefusalReason.CrowdedOut) == 2);

        Assert.True(Watcher.IsRefused(peers[0]));
        Assert.True(Watcher.IsRefused(peers[1]));
        peers[2].Send("PROXY UNKNOWN\r\n"u8);
        peers[3].Send("PROXY UNKNOWN\r\n"u8);
        net.Until(() => talker.Gsocks.Count == 2);

        // Those that have finished do not count any more.
        net.Peer(server).Send("PROXY UNKNOWN\r\n"u8);
        net.Until(() => talker.Gsocks.Count == 3);
        Assert.Equal(2, server.Refusals);
    }

    [Theory, EveryReactor]
    public void Handshakes_of_gsocks_count_with_them(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.MaxHandshakes = 2);
        talker.OnConnected = gsock => server.HandshakeBegins(gsock);
        var first = net.Peer(server);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 2);
        server.HandshakeEnds(talker.Gsocks[1]);
        server.HandshakeEnds(talker.Gsocks[1]);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 3);
        Assert.Equal(0, server.Refusals);

        net.Peer(server);
        net.Until(() => server.RefusalsFor(RefusalReason.CrowdedOut) == 1);
        Assert.Equal([true, false, false, false], talker.Gsocks.Select(static gsock => gsock.IsDestroyed));
        Assert.True(Watcher.IsRefused(first));

        // One that is destroyed makes room by itself.
        talker.Gsocks[2].Destroy();
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 5);
        Assert.Equal((1, 3), (server.Refusals, server.NGsocks));
    }
}
