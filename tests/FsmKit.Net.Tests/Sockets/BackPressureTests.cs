using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class BackPressureTests
{
    private static readonly byte[] Chunk = new byte[64 * 1024];

    [Theory, EveryReactor]
    public void A_peer_that_never_reads_is_dropped_when_the_limit_is_passed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        var most = 0;
        net.Until(() =>
        {
            gsock.Send(new EvSendData(Chunk));
            most = Math.Max(most, gsock.PendingBytes);
            return talker.Count("disconnected") == 1;
        });

        Assert.Equal("disconnected OutputOverflow NoBufferSpaceAvailable", talker.Events[^1]);
        Assert.InRange(most, gsock.OutbufOverflow - Chunk.Length, gsock.OutbufOverflow);
        Assert.Equal(0, gsock.PendingBytes);
        Assert.Equal(1, net.Log.Count(static line => line.Contains("does not fit into OutbufOverflow, 1048576 bytes", StringComparison.Ordinal)));
    }

    [Theory, EveryReactor]
    public void Under_refusal_a_message_that_does_not_fit_is_refused_whole_and_the_rest_arrives(ReactorKind kind)
    {
        using var net = new Net(kind, settings: [new("GSock.overflow_policy", "refuse"), new("GSock.outbuf_overflow", "200000")]);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        var sent = 0L;
        Outcome outcome;
        while ((outcome = gsock.Send(new EvSendData(Chunk))) == Outcome.Handled)
        {
            sent += Chunk.Length;
        }

        Assert.Equal(Outcome.Refused, outcome);
        Assert.Equal(Outcome.Refused, gsock.Send(new EvWriteOutputData(Chunk)));
        Assert.InRange(gsock.PendingBytes, 1, 200_000);
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == sent);
        net.Until(() => gsock.PendingBytes == 0);
        Assert.Equal(Outcome.Handled, gsock.Send(new EvSendData("fits again"u8)));
    }

    [Theory, EveryReactor]
    public void A_message_that_finds_nothing_waiting_always_fits(ReactorKind kind)
    {
        const int Size = 6 * 1024 * 1024;
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);

        Assert.Equal(Outcome.Handled, talker.Gsocks[0].Send(new EvSendData(new byte[Size])));
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == Size);
        Assert.Equal(0, talker.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void The_water_marks_are_told_once_each_way_and_out_of_the_loop(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        while (!gsock.IsCongested)
        {
            gsock.Send(new EvSendData(Chunk));
        }

        gsock.Send(new EvSendData("more"u8));
        Assert.Equal(0, talker.Count("high"));
        net.Settle();
        Assert.Equal(1, talker.Count("high"));
        Assert.Equal(0, talker.Count("low"));

        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || talker.Count("low") == 1);
        Assert.False(gsock.IsCongested);
        Assert.InRange(gsock.PendingBytes, 0, gsock.LowWaterMark);
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == gsock.TxedBytes);
        net.Settle();
        Assert.Equal(1, talker.Count("high"));
        Assert.Equal(1, talker.Count("low"));
    }

    [Theory, EveryReactor]
    public void While_receiving_is_paused_the_peer_is_slowed_down_and_nothing_is_lost(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        gsock.Send(new EvPauseReceiving());
        peer.Blocking = false;
        var sent = 0L;
        SocketError error;
        do
        {
            sent += peer.Send(Chunk, 0, Chunk.Length, SocketFlags.None, out error);
            net.Settle();
        }
        while (error == SocketError.Success);

        Assert.Equal(SocketError.WouldBlock, error);
        Assert.True(gsock.IsReceivePaused);
        Assert.Equal(0, gsock.RxedBytes);

        gsock.Send(new EvResumeReceiving());
        net.Until(() => gsock.RxedBytes == sent);
        peer.Send("after"u8);
        net.Until(() => talker.Text.EndsWith("after", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void Pausing_in_the_middle_of_receiving_stops_at_once_and_sending_goes_on(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnData = static (gsock, _) => gsock.Send(new EvPauseReceiving());
        var peer = net.Peer(server);
        peer.Send("one"u8);
        net.Until(() => talker.Text == "one");
        peer.Send("two"u8);
        net.Settle();
        Assert.Equal("one", talker.Text);

        talker.Gsocks[0].Send(new EvSendData("still sending"u8));
        Assert.Equal("still sending", ConnectingTests.Read(peer, 13));
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();
        if (kind == ReactorKind.Portable)
        {
            // The portable reactor does not see past the unread byte.
            talker.Gsocks[0].Send(new EvResumeReceiving());
        }

        net.Until(() => talker.Count("disconnected") == 1);
        Assert.Equal("disconnected Broken ConnectionReset", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void Output_goes_out_in_slices_of_send_bytes(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        gsock.SendBytes = 1000;
        gsock.TraceDump = true;
        gsock.Send(new EvSendData(Chunk.AsSpan(0, 2500)));
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == 2500);

        Assert.Equal(["(1000 bytes)", "(1000 bytes)", "(500 bytes)"], net.Log
            .Where(static line => line.Contains("Send data", StringComparison.Ordinal))
            .Select(static line => line.Split('\n')[0][line.IndexOf('(', StringComparison.Ordinal)..]));
    }
}
