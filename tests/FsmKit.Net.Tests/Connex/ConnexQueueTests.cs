using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Messages that are sent to a connex.</summary>
public class ConnexQueueTests
{
    [Theory, EveryReactor]
    public void What_is_sent_before_the_connection_arrives_in_order_and_survives_failed_attempts(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var refusing = net.Refusing();
        var connex = net.Start([refusing]);
        connex.Send(new EvSendData("one "u8));
        connex.Send(new EvSendData("two "u8));
        net.NextPause();
        connex.Send(new EvSendData("three "u8));
        Assert.Equal((3, 14L), (connex.QueuedMessages, connex.QueuedBytes));
        var (listener, destination) = net.Listen();
        connex.Destinations = [destination];
        net.Pass(5);
        var peer = net.Accept(listener);
        connex.Send(new EvSendData("four"u8));

        Assert.Equal("one two three four", net.Read(peer, 18));
        Assert.Equal((0, 0L), (connex.QueuedMessages, connex.QueuedBytes));
    }

    [Theory, EveryReactor]
    public void Sending_does_not_disturb_an_attempt(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.BlackHole()]);
        net.Pass(0.001);
        net.Pass(59);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("x"u8)));
        }

        net.Pass(1);
        net.NextPause();
        Assert.Equal(10, connex.QueuedMessages);
        Assert.DoesNotContain(net.Net.Log, static line => line.Contains("NOT ACCEPTED", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_full_queue_refuses_what_is_new(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.Refusing()], static connex => (connex.QueueCapacity, connex.QueueBytes) = (3, 10));

        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData("elevenbytes"u8)));
        Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("1"u8)));
        Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("12345678"u8)));
        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData("12"u8)));
        Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("1"u8)));
        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData(""u8)));
        Assert.Contains(net.Net.Log, static line => line.Contains("(GConnex:connex), st: WaitConnected, ev: EvSendData (NOT ACCEPTED", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_full_queue_drops_the_oldest_when_told_so(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.Refusing()], static connex =>
            (connex.QueueCapacity, connex.QueueBytes, connex.QueuePolicy) = (3, 10, QueuePolicy.DropOldest));
        foreach (var text in new[] { "a", "b", "c", "d", "12345678" })
        {
            Assert.Equal(Outcome.Handled, connex.Send(new EvSendData(Encoding.UTF8.GetBytes(text))));
        }

        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData("elevenbytes"u8)));
        Assert.Equal(2, connex.DroppedMessages);
        Assert.Equal(1, net.Net.Log.Count(static line => line.Contains("drops the oldest messages", StringComparison.Ordinal)));
        var (listener, destination) = net.Listen();
        connex.Destinations = [destination];
        net.Pass(net.NextPause());
        Assert.Equal("cd12345678", net.Read(net.Accept(listener), 10));
    }

    [Theory, EveryReactor]
    public void A_message_that_has_waited_for_the_timeout_is_never_sent(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.Refusing()], static connex => (connex.QueueTimeout, connex.TimeoutBetweenConnections, connex.MaxBackoff) =
            (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)));
        connex.Send(new EvSendData("a"u8));
        connex.Send(new EvSendData("b"u8));
        net.NextPause();
        net.Pass(2);
        connex.Send(new EvSendData("c"u8));
        net.Pass(0.999);
        Assert.Equal(3, connex.QueuedMessages);
        net.Pass(0.002);
        Assert.Equal((1, 1L, 2L), (connex.QueuedMessages, connex.QueuedBytes, connex.ExpiredMessages));
        Assert.Single(net.Net.Log, static line => line.Contains("drops 2 messages", StringComparison.Ordinal));

        var (listener, destination) = net.Listen();
        connex.Destinations = [destination];
        connex.Send(new EvConnect());
        Assert.Equal("c", net.Read(net.Accept(listener), 1));
        net.Pass(10);
        Assert.Equal((0, 2L), (connex.QueuedMessages, connex.ExpiredMessages));
    }

    [Theory, EveryReactor]
    public void More_than_the_gsock_takes_at_once_goes_out_in_order_as_it_has_room(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex =>
        {
            connex.QueueBytes = int.MaxValue;
            connex.ConfigureGsock = static gsock => gsock.OutbufOverflow = 200_000;
        });
        var message = new byte[50_000];
        for (var i = 0; i < 400; i++)
        {
            message.AsSpan().Fill((byte)i);
            Assert.Equal(Outcome.Handled, connex.Send(new EvSendData(message)));
            if (i == 200)
            {
                net.Pass(0.001);
                net.Net.Until(() => connex.IsConnected);
            }
        }

        Assert.InRange(connex.QueuedMessages, 1, 399);
        var peer = net.Accept(listener);
        var received = new MemoryStream();
        net.Net.Until(() => Net.ReadToEnd(peer, received) || received.Length == 400 * 50_000, "All of it");
        net.Net.Until(() => net.Talker.Events[^1] is "ready" or "low");

        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal((byte)i, received.GetBuffer()[i * 50_000]));
        Assert.Equal(0, connex.QueuedMessages);
        Assert.Equal(net.Talker.Count("high"), net.Talker.Count("low"));
        Assert.Equal(1, net.Talker.Count("connected"));
    }

    [Theory, EveryReactor]
    public void A_small_message_does_not_overtake_a_large_one_that_waits(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.ConfigureGsock = static gsock =>
            (gsock.OutbufOverflow, gsock.HighWaterMark) = (100_000, int.MaxValue));
        net.Pass(0.001);
        var peer = net.Accept(listener);
        var sent = 0;
        for (; connex.Gsock.PendingBytes == 0; sent += 50_000)
        {
            connex.Send(new EvSendData(new byte[50_000]));
            net.Net.App.RunOnce();
        }

        connex.Send(new EvSendData(new byte[99_999]));
        Assert.Equal(1, connex.QueuedMessages);
        connex.Send(new EvSendData("small"u8));
        var received = new MemoryStream();
        net.Net.Until(() => Net.ReadToEnd(peer, received) || received.Length == sent + 99_999 + 5, "All of it");

        Assert.Equal("small", Encoding.UTF8.GetString(received.GetBuffer(), sent + 99_999, 5));
    }

    [Theory, EveryReactor]
    public void What_is_sent_between_the_break_and_its_announcement_is_kept_for_the_next_connection(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        net.Pass(0.001);
        net.Accept(listener);
        net.Pass(10);
        connex.Gsock.Send(new EvDrop());
        Assert.Equal(Outcome.Handled, connex.Send(new EvSendData("kept"u8)));
        net.Pass(net.NextPause());

        Assert.Equal("kept", net.Read(net.Accept(listener), 4));
    }

    [Theory, EveryReactor]
    public void What_is_received_is_handed_on_with_the_gsock_to_answer_through_its_connex(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        net.Start([destination]);
        net.Talker.OnData = static (gsock, data) => gsock.Connex!.Send(new EvSendData(data));
        net.Pass(0.001);
        var peer = net.Accept(listener);
        peer.Send("question"u8);

        Assert.Equal("question", net.Read(peer, 8));
        Assert.Equal("question", net.Talker.Text);
    }
}
