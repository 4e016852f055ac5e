using System.Net.Sockets;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

public class ClosingTests
{
    [Theory, EveryReactor]
    public void A_last_message_survives_a_close_although_the_peer_is_still_sending(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        peer.Send(new byte[50_000]);
        gsock.Send(new EvSendData("go away"u8));
        gsock.Send(new EvClose());
        Assert.Equal(Outcome.Refused, gsock.Send(new EvSendData("x"u8)));
        net.Settle();
        peer.Send(new byte[50_000]);
        net.Settle();

        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received));
        Assert.Equal("go away"u8.ToArray(), received.ToArray());
        Assert.Equal(0, talker.Count("disconnected"));
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);
        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
        Assert.Empty(talker.Text);
    }

    [Theory, EveryReactor]
    public void A_peer_that_does_not_end_its_stream_is_not_waited_for_longer_than_the_linger_timeout(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        talker.Gsocks[0].Send(new EvClose());
        net.Until(() => peer.Poll(0, SelectMode.SelectRead));
        Assert.Equal(0, peer.Receive(new byte[1]));
        time.Advance(TimeSpan.FromSeconds(4));
        net.Settle();
        Assert.Equal(0, talker.Count("disconnected"));
        time.Advance(TimeSpan.FromSeconds(2));
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void A_peer_that_takes_nothing_of_the_last_output_ends_with_the_linger_timeout_too(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        peer.ReceiveBufferSize = 65_536;
        gsock.Send(new EvSendData(new byte[50_000_000]));
        gsock.Send(new EvClose());
        net.Settle();
        var received = new MemoryStream();
        for (var i = 0; i < 3; i++)
        {
            // The peer takes some bytes, and so gets its time anew.
            time.Advance(TimeSpan.FromSeconds(4));
            var before = gsock.PendingBytes;
            net.Until(() => Net.ReadToEnd(peer, received) || gsock.PendingBytes < before);
            net.Settle();
        }

        Assert.Equal(0, talker.Count("disconnected"));
        net.Until(() =>
        {
            // Bytes that the system still took in the last round give time anew, as soon as the loop hears of them.
            time.Advance(TimeSpan.FromSeconds(1));
            return talker.Count("disconnected") == 1;
        });
        Assert.Equal("disconnected LingerTimedOut TimedOut", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void Close_when_flushed_closes_after_the_output_and_is_false_again(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        gsock.Send(new EvWriteOutputData("all "u8));
        gsock.CloseWhenFlushed = true;
        net.Settle();
        Assert.True(gsock.CloseWhenFlushed);
        gsock.Send(new EvSendData("of it"u8));
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received));
        peer.Close();
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("all of it"u8.ToArray(), received.ToArray());
        Assert.False(gsock.CloseWhenFlushed);
    }

    [Theory, EveryReactor]
    public void Closing_what_the_peer_has_ended_needs_no_lingering(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnConnected = static gsock => gsock.AllowHalfOpen = true;
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => talker.Count("ended") == 1);
        talker.Gsocks[0].Send(new EvSendData("answer"u8));
        talker.Gsocks[0].Send(new EvClose());
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("answer", ConnectingTests.Read(peer, 6));
        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void Every_end_is_announced_although_the_queue_of_the_loop_is_full(ReactorKind kind)
    {
        using var net = new Net(kind, postCapacity: 2);
        var (talker, server) = net.Listen();
        for (var i = 0; i < 10; i++)
        {
            net.Peer(server);
        }

        net.Until(() => talker.Gsocks.Count == 10);
        talker.Gsocks.ForEach(static gsock => gsock.Send(new EvDrop()));
        net.Until(() => server.NGsocks == 0);
        net.Settle();

        Assert.Equal(10, talker.Count("disconnected"));
        Assert.Equal(0, server.NGsocks);
    }
}
