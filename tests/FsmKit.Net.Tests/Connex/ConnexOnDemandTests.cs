using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A connex that connects only when there is something to send.</summary>
public class ConnexOnDemandTests
{
    private static readonly TimeSpan Five = TimeSpan.FromSeconds(5);

    [Theory, EveryReactor]
    public void A_query_every_ten_seconds_with_five_of_patience_alternates_between_two_destinations(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (first, one) = net.Listen();
        var (second, two) = net.Listen();
        var connex = net.Start([one, two], static connex => connex.TimeoutInactivity = Five);
        net.Pass(10);
        Assert.True(connex.IsDisconnected);

        foreach (var listener in new[] { first, second, first, second })
        {
            connex.Send(new EvSendData("query"u8));
            using var peer = net.Accept(listener);
            Assert.Equal("query", net.Read(peer, 5));
            peer.Send("answer"u8);
            net.Net.Until(() => net.Talker.Text == "answer");
            net.Talker.Received.SetLength(0);
            net.Pass(4.9);
            Assert.True(connex.IsConnected);
            net.Pass(0.2);
            Assert.Equal("", net.Read(peer, 1));
            peer.Close();
            net.Net.Until(() => connex.IsDisconnected);
            net.Pass(4.9);
        }

        Assert.Equal(4, net.Talker.Count("connected"));
        Assert.Equal(4, net.Talker.Count("disconnected"));
        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void An_attempt_without_an_answer_is_followed_by_the_next_destination_also_when_nothing_is_queued(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([net.BlackHole(), destination], static connex => connex.TimeoutInactivity = Five);
        connex.Send(new EvConnect());
        net.Pass(60);
        using var peer = net.Accept(listener);
        net.Net.Until(() => connex.IsConnected);

        net.Pass(5.1);
        Assert.Equal("", net.Read(peer, 1));
        peer.Close();
        net.Net.Until(() => connex.IsDisconnected);
        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void Bytes_in_either_direction_keep_it_open(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.TimeoutInactivity = Five);
        connex.Send(new EvSendData("x"u8));
        var peer = net.Accept(listener);
        for (var i = 1; i <= 5; i++)
        {
            net.Pass(4);
            connex.Send(new EvSendData("x"u8));
            net.Pass(4);
            peer.Send("y"u8);
            net.Net.Until(() => net.Talker.Text.Length == i);
        }

        Assert.True(connex.IsConnected);
        net.Pass(5.1);
        Assert.False(connex.IsConnected);
    }

    [Theory, EveryReactor]
    public void What_is_sent_while_it_closes_is_sent_on_the_next_connection_at_once(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.TimeoutInactivity = Five);
        connex.Send(new EvSendData("x"u8));
        var peer = net.Accept(listener);
        net.Pass(5.1);
        Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("more"u8)));
        peer.Close();

        Assert.Equal("more", net.Read(net.Accept(listener), 4));
        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void It_rests_when_the_peer_closes_and_tries_again_while_there_is_something_to_send(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.TimeoutInactivity = Five);
        connex.Send(new EvSendData("x"u8));
        net.Accept(listener).Close();
        net.Net.Until(() => connex.IsDisconnected);
        net.Pass(100);
        Assert.True(connex.IsDisconnected);
        Assert.Empty(net.Pauses());

        // Not only closed: another program could listen on a port that is free.
        listener.Close();
        connex.Destinations = [net.Refusing()];
        connex.Send(new EvSendData("y"u8));
        Assert.Equal(5, net.NextPause());
        net.Pass(5);
        Assert.Equal(10, net.NextPause());
    }
}
