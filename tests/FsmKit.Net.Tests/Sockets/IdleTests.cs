using System.Net.Sockets;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

public class IdleTests
{
    [Theory, EveryReactor(InMemory = false)]
    public void An_idle_connection_ends_and_each_byte_gives_it_its_time_anew(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen(static server => server.IdleTimeout = TimeSpan.FromSeconds(10));
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        for (var i = 1; i <= 5; i++)
        {
            time.Advance(TimeSpan.FromSeconds(8));
            net.Settle();
            peer.Send("x"u8);
            net.Until(() => talker.Received.Length == i);
        }

        time.Advance(TimeSpan.FromMilliseconds(9_999));
        net.Settle();
        Assert.Equal(0, talker.Count("disconnected"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        net.Until(() => talker.Count("disconnected") == 1 && server.NGsocks == 0);

        Assert.Equal("disconnected IdleTimedOut TimedOut", talker.Events[^1]);
        Assert.Equal(0, peer.Receive(new byte[1]));
    }

    [Fact]
    public void A_connection_that_never_says_anything_ends_and_without_a_timeout_none_does()
    {
        using var net = new MemoryNet(settings: [new("server.IdleTimeout", "00:00:01")]);
        var (talker, server) = net.Listen();
        using var peer = net.Peer(server);
        net.Pass(999);
        Assert.Equal(0, talker.Count("disconnected"));
        net.Pass(1);
        Assert.Equal("disconnected IdleTimedOut TimedOut", talker.Events[^1]);

        server.IdleTimeout = TimeSpan.Zero;
        using var other = net.Peer(server);
        net.Settle();
        net.Time.Advance(TimeSpan.FromDays(1));
        net.Settle();
        Assert.Equal(1, server.NGsocks);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void The_half_closed_are_watched_too_and_a_closing_one_has_its_linger_timeout(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen(static server => server.IdleTimeout = TimeSpan.FromSeconds(10));
        _ = net.Peer(server);
        _ = net.Peer(server);
        net.Until(() => talker.Count("ready") == 2);
        talker.Gsocks[0].Send(new EvHalfClose());
        talker.Gsocks[1].Send(new EvClose());
        net.Settle();
        time.Advance(TimeSpan.FromSeconds(5));
        net.Until(() => talker.Count("disconnected") == 1);
        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
        time.Advance(TimeSpan.FromSeconds(5));
        net.Until(() => talker.Count("disconnected") == 2);
        Assert.Equal("disconnected IdleTimedOut TimedOut", talker.Events[^1]);
    }

    [Fact]
    public void A_connection_that_is_half_closed_as_soon_as_it_is_open_is_watched_too()
    {
        using var net = new MemoryNet(settings: [new("server.IdleTimeout", "00:00:01")]);
        var (talker, server) = net.Listen();
        talker.OnConnected = static gsock => gsock.Send(new EvHalfClose());
        using var peer = net.Peer(server);
        net.Pass(999);
        Assert.Equal(0, talker.Count("disconnected"));
        net.Pass(1);
        Assert.Equal("disconnected IdleTimedOut TimedOut", talker.Events[^1]);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void Close_when_flushed_closes_when_nothing_waits(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        net.Settle();
        talker.Gsocks[0].CloseWhenFlushed = true;
        net.Until(() => peer.Poll(0, SelectMode.SelectRead));

        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.False(talker.Gsocks[0].CloseWhenFlushed);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void The_peer_of_a_Unix_socket_is_known_by_its_process(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux tells it.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.Host = $"unix:@fsmkit-{Guid.NewGuid():N}");
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        Assert.Equal(Environment.ProcessId, talker.Gsocks[0].PeerCredentials!.Value.ProcessId);
        Assert.Equal(Environment.IsPrivilegedProcess, talker.Gsocks[0].PeerCredentials!.Value.UserId == 0);

        var (other, tcp) = net.Listen(name: "tcp");
        net.Peer(tcp);
        net.Until(() => other.Gsocks.Count == 1);
        Assert.Null(other.Gsocks[0].PeerCredentials);
    }
}
