using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class AdmittingTests
{
    [Theory, EveryReactor]
    public void Only_origins_are_let_in_and_the_others_are_counted_with_one_line_in_the_log(ReactorKind kind)
    {
        using var net = new Net(kind, [new("server.origins", "127.0.0.2, ::1")]);
        var (talker, server) = net.Listen(static server => (server.Host, server.DualStack) = ("", false));
        var strangers = Enumerable.Range(0, 3).Select(_ => net.Peer(new IPEndPoint(IPAddress.Loopback, server.Port))).ToArray();
        net.Until(() => server.Refusals == 3);

        Assert.All(strangers, static stranger => Assert.True(Watcher.IsRefused(stranger)));
        Assert.Equal((3, 0, 0), (server.RefusalsFor(RefusalReason.NotAllowed), server.Accepted, server.NGsocks));
        Assert.Empty(talker.Events);
        Assert.Equal(1, talker.ChildCount);
        Assert.Single(net.Log, static line => line.Contains("refused 127.0.0.1:", StringComparison.Ordinal) && line.Contains("NotAllowed", StringComparison.Ordinal));

        server.Origins = AddressRanges.Parse("127.0.0.0/8");
        net.Peer(new IPEndPoint(IPAddress.Loopback, server.Port));
        net.Until(() => talker.Gsocks.Count == 1);
    }

    [Theory, EveryReactor]
    public void An_origin_of_a_dual_stack_server_is_written_as_usual(ReactorKind kind)
    {
        Assert.SkipUnless(System.Net.Sockets.Socket.OSSupportsIPv6, "No IPv6 here.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => (server.Host, server.Origins) = ("", AddressRanges.Parse("127.0.0.1")));

        net.Peer(new IPEndPoint(IPAddress.Loopback, server.Port));
        net.Peer(new IPEndPoint(IPAddress.IPv6Loopback, server.Port));

        net.Until(() => talker.Gsocks.Count == 1 && server.Refusals == 1);
    }

    [Theory, EveryReactor]
    public void Whoever_may_open_the_file_of_a_unix_socket_is_let_in(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server =>
            (server.Host, server.Origins) = ($"unix:@fsmkit-{Guid.NewGuid():N}", AddressRanges.Parse("10.0.0.1")));

        net.Peer(server);

        net.Until(() => talker.Gsocks.Count == 1);
    }

    [Theory, EveryReactor]
    public void A_full_server_lets_connections_wait_until_another_one_ends(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.MaxConnections = 2);
        var changes = new List<ServingChange>();
        server.Subscribe<EvServing>((GObj _, in EvServing e) => changes.Add(e.Change));
        var peers = Enumerable.Range(0, 5).Select(_ => net.Peer(server)).ToArray();
        net.Until(() => changes.Count == 1);
        net.Settle();
        Assert.Equal(2, talker.Gsocks.Count);
        Assert.Contains(net.Log, static line => line.Contains("is full with 2 connections", StringComparison.Ordinal));

        for (var i = 0; i < 3; i++)
        {
            peers[i].Close();
            net.Until(() => talker.Gsocks.Count == 3 + i);
            Assert.InRange(server.NGsocks, 1, 2);
        }

        Assert.Equal((0, ServingChange.Full, ServingChange.Freed), (server.Refusals, changes[0], changes[1]));
    }

    [Theory, EveryReactor]
    public void A_limit_that_is_raised_while_full_is_noticed(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen(static server => server.MaxConnections = 1);
        net.Peer(server);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        net.Settle();
        time.Pass(100, net.App);
        time.Pass(100, net.App);

        server.MaxConnections = 2;
        time.Pass(100, net.App);

        net.Until(() => talker.Gsocks.Count == 2);
    }

    [Theory, EveryReactor]
    public void A_full_server_can_refuse_instead(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => (server.MaxConnections, server.WhenFull) = (1, FullPolicy.Refuse));
        var first = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);

        var second = net.Peer(server);
        net.Until(() => server.RefusalsFor(RefusalReason.Full) == 1);
        Assert.True(Watcher.IsRefused(second));

        first.Close();
        net.Until(() => server.NGsocks == 0);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 2);
    }

    [Theory, EveryReactor]
    public void An_address_gets_its_share_and_not_more(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.MaxConnectionsPerAddress = 2);
        var peers = Enumerable.Range(0, 3).Select(_ => net.Peer(server)).ToArray();
        net.Until(() => talker.Gsocks.Count == 2 && server.RefusalsFor(RefusalReason.FullForAddress) == 1);
        Assert.True(Watcher.IsRefused(peers[2]));

        peers[0].Close();
        net.Until(() => server.NGsocks == 1);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 3);
        Assert.Equal(1, server.Refusals);
    }

    [Theory, EveryReactor]
    public void A_subscriber_that_throws_loses_nothing_else(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.MaxConnections = 5);
        talker.OnConnected = gsock => _ = talker.Gsocks.Count % 2 == 0 ? throw new NotSupportedException("not today") : gsock;
        for (var i = 0; i < 5; i++)
        {
            net.Peer(server);
        }

        net.Until(() => talker.Gsocks.Count == 5);

        Assert.Equal((5, 5), (server.NGsocks, server.Accepted));
        Assert.Equal(2, net.Log.RemoveAll(static line => line.Contains("A fault in", StringComparison.Ordinal)));
    }

    [Theory, EveryReactor]
    public void A_subscriber_may_destroy_the_server_in_the_middle_of_accepting(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnConnected = _ => server.Destroy();
        var peers = Enumerable.Range(0, 3).Select(_ => net.Peer(server)).ToArray();
        net.Until(() => server.IsDestroyed);
        net.Settle();

        Assert.Single(talker.Gsocks);
        Assert.False(talker.Gsocks[0].IsDestroyed);
        Assert.Equal(1, peers.Count(static peer => !peer.Poll(0, System.Net.Sockets.SelectMode.SelectRead)));
    }
}
