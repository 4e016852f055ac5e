using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class EndingTests
{
    [Theory, EveryReactor]
    public void When_the_peer_closes_its_last_data_comes_first(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        peer.Send("last words"u8);
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);
        net.Settle();

        Assert.Equal("last words", talker.Text);
        Assert.Equal("disconnected PeerClosed Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void A_drop_is_announced_later_and_discards_what_is_pending(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        var gsock = talker.Gsocks[0];
        gsock.Send(new EvWriteOutputData("never sent"u8));
        gsock.Send(new EvDrop());
        Assert.Equal(0, talker.Count("disconnected"));
        Assert.Equal(Outcome.Refused, gsock.Send(new EvSendData("x"u8)));
        net.Until(() => talker.Count("disconnected") == 1);
        net.Settle();

        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => peer.Receive(new byte[10])).SocketErrorCode);
        Assert.Equal(0, gsock.PendingBytes);
    }

    [Theory, EveryReactor]
    public void A_drop_can_be_a_reset(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        talker.Gsocks[0].Send(new EvDrop(Resets: true));
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => peer.Receive(new byte[10])).SocketErrorCode);
    }

    [Theory, EveryReactor]
    public void A_reset_is_announced_with_its_error(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);
        net.Settle();

        Assert.Equal("disconnected Broken ConnectionReset", talker.Events[^1]);
        Assert.Equal(1, talker.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void A_send_that_breaks_the_connection_announces_it_after_the_sender_has_finished(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var inside = false;
        talker.OnData = (gsock, _) =>
        {
            inside = true;
            for (var i = 0; i < 100 && gsock.Send(new EvSendData(new byte[100_000])) == Outcome.Handled; i++)
            {
                // The peer is gone: sooner or later a send says so.
            }

            Assert.Equal(0, talker.Count("disconnected"));
            inside = false;
        };
        peer.Send("x"u8);
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);
        net.Settle();

        Assert.False(inside);
        Assert.Equal(1, talker.Count("disconnected"));
        Assert.StartsWith("disconnected Broken ", talker.Events[^1], StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void Half_closing_sends_what_was_written_then_the_end_and_still_receives(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        var gsock = talker.Gsocks[0];
        var data = new byte[3_000_000];
        new Random(2).NextBytes(data);
        gsock.Send(new EvWriteOutputData(data));
        gsock.Send(new EvHalfClose());
        Assert.Equal(Outcome.Refused, gsock.Send(new EvSendData("too late"u8)));

        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received));
        Assert.True(data.AsSpan().SequenceEqual(received.ToArray()));
        Assert.Equal(0, talker.Count("disconnected"));

        peer.Send("answer"u8);
        net.Until(() => talker.Text == "answer");
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);
        Assert.Equal("disconnected PeerClosed Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void A_peer_that_half_closes_gets_all_its_answer(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();

        // More than the system's buffers hold.
        var answer = new byte[32 * 1024 * 1024];
        new Random(3).NextBytes(answer);
        talker.OnData = (gsock, _) => gsock.Send(new EvSendData(answer));
        var peer = net.Peer(server);
        peer.Send("request"u8);
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => talker.Text == "request");
        net.Settle();
        Assert.Equal(0, talker.Count("disconnected"));

        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received));
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.True(answer.AsSpan().SequenceEqual(received.ToArray()));
        Assert.Equal("disconnected PeerClosed Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void With_half_open_allowed_the_end_of_input_is_an_event_and_sending_goes_on(ReactorKind kind)
    {
        using var net = new Net(kind, [new("GSock.AllowHalfOpen", "true")]);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => talker.Count("ended") == 1);
        net.Settle();
        Assert.Equal(0, talker.Count("disconnected"));
        var gsock = talker.Gsocks[0];
        Assert.Equal(Outcome.Handled, gsock.Send(new EvSendData("still here"u8)));
        gsock.Send(new EvHalfClose());
        net.Until(() => talker.Count("disconnected") == 1);
        Assert.Equal("still here", ConnectingTests.Read(peer, 10));
        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
        Assert.Equal(1, talker.Count("ended"));
    }

    [Theory, EveryReactor]
    public void Destroying_a_connected_gsock_closes_it_without_an_event(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        talker.Gsocks[0].Destroy();
        talker.Gsocks[0].Destroy();
        net.Settle();

        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Equal(0, talker.Count("disconnected"));
        Assert.Equal(0, server.NGsocks);
    }
}
