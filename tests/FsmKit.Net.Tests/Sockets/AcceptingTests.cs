using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class AcceptingTests
{
    [Theory, EveryReactor]
    public void Port_zero_becomes_the_port_in_use(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, server) = net.Listen();

        Assert.NotEqual(0, server.Port);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, server.Port), server.Sockname);
    }

    [Theory, EveryReactor]
    public void An_accepted_gsock_is_a_child_of_the_subscriber_named_after_the_server(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        for (var i = 0; i < 17; i++)
        {
            net.Peer(server);
        }

        net.Until(() => talker.Gsocks.Count == 17);

        Assert.All(talker.Gsocks, gsock => Assert.Same(talker, gsock.Parent));
        Assert.Equal(["server.clisrv_1", "server.clisrv_a", "server.clisrv_11"], new[] { 0, 9, 16 }.Select(i => talker.Gsocks[i].Name));
        Assert.Equal(17, server.NGsocks);
    }

    [Theory, EveryReactor]
    public void Without_a_name_of_the_server_it_has_none(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(name: null);
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);

        Assert.Equal("", talker.Gsocks[0].Name);
    }

    [Theory, EveryReactor]
    public void Another_subscriber_gets_the_connections_and_their_events(ReactorKind kind)
    {
        using var net = new Net(kind);
        var other = net.App.Create<Talker>("other");
        var (talker, server) = net.Listen(server => server.Subscriber = other);
        net.Peer(server);
        net.Until(() => other.Gsocks.Count == 1);

        Assert.Empty(talker.Events);
        Assert.Same(other, other.Gsocks[0].Parent);
    }

    [Theory, EveryReactor]
    public void Gone_connections_are_destroyed_and_counted_by_whomever(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var byServer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        byServer.Close();
        net.Until(() => server.NGsocks == 0);
        Assert.True(talker.Gsocks[0].IsDestroyed);

        var bySubscriber = net.Peer(server);
        talker.OnDisconnected = static e => e.Gsock.Destroy();
        net.Until(() => talker.Gsocks.Count == 2);
        Assert.Equal(1, server.NGsocks);
        bySubscriber.Close();
        net.Until(() => server.NGsocks == 0);
        net.Settle();
        Assert.Equal(0, server.NGsocks);
    }

    [Theory, EveryReactor]
    public void Without_auto_destroy_that_is_left_to_the_subscriber(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.AutoDestroy = false);
        net.Peer(server).Close();
        net.Until(() => talker.Count("disconnected") == 1);
        net.Settle();

        Assert.False(talker.Gsocks[0].IsDestroyed);
        Assert.Equal(1, server.NGsocks);
        talker.Gsocks[0].Destroy();
        Assert.Equal(0, server.NGsocks);
    }

    [Theory, EveryReactor]
    public void Destroying_the_server_ends_listening_and_leaves_the_connections(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var address = server.Sockname!;
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        server.Destroy();
        net.Settle();

        peer.Send("still"u8);
        net.Until(() => talker.Text == "still");
        var again = talker.Create<GServerSock>("again", server => (server.Host, server.Port) = ("127.0.0.1", ((IPEndPoint)address).Port));
        Assert.Equal(address, again.Sockname);
    }

    [Theory, EveryReactor]
    public void A_port_in_use_is_an_error_of_the_creation_that_says_what_to_do(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var x = Assert.Throws<GObjException>(() => net.Listen(server => server.Port = port));

        Assert.Contains($"GServerSock:server cannot listen on 127.0.0.1:{port}: ", x.Message, StringComparison.Ordinal);
        Assert.Contains("Choose another port", x.Message, StringComparison.Ordinal);
        Assert.Equal(0, net.App["listener"].ChildCount);
        net.Listen();
    }

    [Theory, EveryReactor]
    public void Servers_share_a_port_when_both_say_so(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sharing a port is Linux's.");
        using var net = new Net(kind);
        var (_, first) = net.Listen(static server => server.ReusePort = true);
        var (_, second) = net.Listen(server => (server.ReusePort, server.Port) = (true, first.Port));

        Assert.Equal(first.Sockname, second.Sockname);
    }

    [Theory, EveryReactor]
    public void A_connection_for_which_no_gobj_can_be_made_is_closed_and_accepting_goes_on(ReactorKind kind)
    {
        using var net = new Net(kind, [new("taken", "x")]);
        var (talker, server) = net.Listen();
        var name = $"{server.Name}.clisrv_1";
        net.App.Create<Talker>(name, naming: Naming.Unique);
        talker.OnConnected = static _ => throw new NotSupportedException("not today");
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        talker.OnConnected = null;
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 2);

        Assert.Equal(1, net.Log.RemoveAll(static line => line.Contains("A fault in", StringComparison.Ordinal) && line.Contains("not today", StringComparison.Ordinal)));
        Assert.True(peer.Connected);
    }

    [Theory, EveryReactor]
    public void An_accepted_gsock_that_is_kept_may_connect_and_hears_how_that_ends(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        listener.Dispose();
        var (talker, server) = net.Listen(static server => server.AutoDestroy = false);
        net.Peer(server).Close();
        net.Until(() => talker.Count("disconnected") == 1);
        talker.Gsocks[0].Send(new EvConnect("127.0.0.1", port));
        net.Until(() => talker.Count("disconnected") == 2);

        Assert.Equal("disconnected ConnectFailed ConnectionRefused", talker.Events[^1]);
    }
}
