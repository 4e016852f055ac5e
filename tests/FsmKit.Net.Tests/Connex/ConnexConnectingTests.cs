using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Moments and targets of the connections of a connex.</summary>
public class ConnexConnectingTests
{
    [Theory, EveryReactor]
    public void It_connects_from_the_first_cycle_on_and_tells_its_subscriber_as_a_gsock_would(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        GObj? source = null;
        connex.Subscribe((GObj publisher, in EvConnected _) => source = publisher);
        Assert.True(connex.IsDisconnected);
        net.Pass(0.001);
        net.Accept(listener);
        net.Net.Until(() => net.Talker.Events.Count == 2);

        Assert.Equal(["connected", "ready"], net.Talker.Events);
        Assert.Same(connex, source);
        Assert.Same(connex, net.Talker.Gsocks[0].Connex);
        Assert.False(connex.IsClosed || connex.IsDisconnected);
        Assert.Equal(destination, new HostPort(connex.Host, connex.Port));
    }

    [Theory, EveryReactor]
    public void A_start_delay_is_waited_for_unless_there_is_something_to_send(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.StartDelay = TimeSpan.FromSeconds(2));
        net.Pass(1.9);
        Assert.True(connex.IsDisconnected);
        net.Pass(0.1);
        Assert.False(connex.IsDisconnected);
        net.Accept(listener);
        connex.Destroy();

        net.Start([destination], static connex => connex.StartDelay = TimeSpan.FromSeconds(2)).Send(new EvSendData("now"u8));
        Assert.Equal("now", net.Read(net.Accept(listener), 3));
    }

    [Theory, EveryReactor]
    public void A_refused_attempt_is_followed_by_pauses_that_double_up_to_a_limit_and_by_no_event(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.Refusing()]);
        net.Pass(0.001);
        foreach (var expected in new[] { 5.0, 10, 20, 40, 60, 60 })
        {
            var pause = net.NextPause();
            Assert.Equal(expected, pause);
            net.Pass(pause - 0.002);
            Assert.Empty(net.Pauses());
            Assert.True(connex.IsDisconnected);
            net.Time.Advance(TimeSpan.FromSeconds(0.002));
        }

        Assert.Empty(net.Talker.Events);
    }

    [Theory, EveryReactor]
    public void Pauses_are_spread_by_the_given_random_numbers(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        net.Start([net.Refusing()], static connex => (connex.Jitter, connex.JitterSource) = (BackoffJitter.Equal, new Always(0.5)));
        net.Pass(0.001);

        Assert.Equal(3.75, net.NextPause());
    }

    [Theory, EveryReactor]
    public void The_next_destinations_are_tried_at_once_and_then_there_is_a_pause(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([net.Refusing(), net.Refusing(), destination]);
        net.Pass(0.001);
        net.Accept(listener);
        Assert.Empty(net.Pauses());
        Assert.Equal(["connected"], net.Talker.Events.Take(1));

        connex.Destinations = [net.Refusing(), net.Refusing()];
        connex.Send(new EvDrop());
        net.NextPause();
        Assert.Equal(1, net.Talker.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void Destinations_take_turns_also_after_connections_that_were_good(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (first, one) = net.Listen();
        var (second, two) = net.Listen();
        net.Start([one, two]);
        net.Pass(0.001);
        foreach (var listener in new[] { first, second, first })
        {
            var peer = net.Accept(listener);
            net.Pass(6);
            peer.Close();
        }

        net.Accept(second);
        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void A_peer_that_dies_and_comes_back_is_connected_to_again(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        net.Start([destination]);
        net.Pass(0.001);
        var peer = net.Accept(listener);
        net.Pass(60);
        listener.Close();
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();
        Assert.Equal(5, net.NextPause());
        net.Pass(5);
        Assert.Equal(10, net.NextPause());
        var (again, _) = net.Listen(destination.Port);
        net.Pass(10);
        net.Accept(again).Close();
        net.Net.Until(() => net.Talker.Count("disconnected") == 2);

        Assert.Equal(2, net.Talker.Count("connected"));
        Assert.Contains("disconnected Broken ConnectionReset", net.Talker.Events);
        Assert.Contains("disconnected PeerClosed Success", net.Talker.Events);
    }

    [Theory, EveryReactor]
    public void Only_a_connection_that_has_lasted_makes_the_pauses_short_again(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        net.Start([destination]);
        net.Pass(0.001);
        foreach (var (lasts, pause) in new[] { (0, 5), (4, 10), (0, 20), (5, 5), (0, 10) })
        {
            var peer = net.Accept(listener);
            net.Pass(lasts);
            peer.Close();
            Assert.Equal(pause, net.NextPause());
            net.Pass(pause);
        }
    }

    [Theory, EveryReactor]
    public void Destinations_that_accept_and_close_are_not_connected_to_without_a_pause(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (first, one) = net.Listen();
        var (second, two) = net.Listen();
        net.Start([one, two]);
        net.Pass(0.001);
        net.Accept(first).Close();
        net.Accept(second).Close();

        Assert.Equal(5, net.NextPause());
    }

    [Theory, EveryReactor]
    public void An_attempt_that_takes_too_long_is_ended_at_once(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([net.BlackHole(), destination]);
        net.Pass(0.001);
        net.Pass(59.9);
        Assert.False(connex.IsDisconnected || connex.IsConnected);
        net.Pass(0.1);
        net.Accept(listener);

        Assert.Equal(1, net.Net.Log.Count(static line => line.Contains("GConnex:connex gives up connecting to 127.0.0.1:", StringComparison.Ordinal)));
        Assert.Equal(["connected"], net.Talker.Events.Take(1));
    }

    [Theory, EveryReactor]
    public void EvConnect_ends_a_pause_and_names_no_destination(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.Refusing()]);
        net.Pass(0.001);
        net.NextPause();

        Assert.Equal(Outcome.Refused, connex.Send(new EvConnect("127.0.0.1", 1)));
        Assert.Equal(Outcome.Handled, connex.Send(new EvConnect()));
        Assert.Equal(Outcome.Ignored, connex.Send(new EvConnect()));
        Assert.Equal(10, net.NextPause());
    }

    [Theory, EveryReactor]
    public void A_drop_ends_the_connection_and_the_connex_makes_another(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        net.Pass(0.001);
        var peer = net.Accept(listener);
        net.Pass(10);
        connex.Send(new EvDrop());
        connex.Send(new EvDrop());
        Assert.Equal(0, net.Talker.Count("disconnected"));
        var pause = net.NextPause();
        Assert.Equal("disconnected Dropped Success", net.Talker.Events[^1]);
        Assert.Equal("", net.Read(peer, 1));

        net.Pass(pause);
        peer = net.Accept(listener);
        connex.Send(new EvSendData("last words"u8));
        connex.Send(new EvClose());
        Assert.Equal("last words", net.Read(peer, 100));
    }

    [Theory, EveryReactor]
    public void A_drop_while_connecting_ends_the_attempt(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.BlackHole()]);
        net.Pass(0.001);
        connex.Send(new EvDrop());

        Assert.Equal(5, net.NextPause());
        Assert.Empty(net.Talker.Events);
    }

    /// <summary>No random numbers.</summary>
    private sealed class Always(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
