using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class TransferringTests
{
    [Theory, EveryReactor]
    public void Data_arrives_and_is_echoed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var peer = net.Peer(server);
        peer.Send("hello"u8);
        net.Until(() => talker.Text == "hello");

        Assert.Equal("hello", ConnectingTests.Read(peer, 5));
        var gsock = talker.Gsocks[0];
        Assert.Equal((1, 5, 1, 5), (gsock.RxedMsgs, gsock.RxedBytes, gsock.TxedMsgs, gsock.TxedBytes));
    }

    [Theory, EveryReactor]
    public void Written_data_waits_for_the_flush(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        gsock.Send(new EvWriteOutputData("one "u8));
        gsock.Send(new EvWriteOutputData("two "u8));
        net.Settle();
        Assert.Equal(0, peer.Available);
        Assert.Equal(8, gsock.PendingBytes);
        gsock.Send(new EvFlushOutputData());
        gsock.Send(new EvSendData("three"u8));

        Assert.Equal("one two three", ConnectingTests.Read(peer, 13));
        Assert.Equal(0, gsock.PendingBytes);
    }

    [Theory, EveryReactor]
    public void Transmit_ready_comes_once_per_drained_output(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        net.Settle();
        var gsock = talker.Gsocks[0];

        gsock.Send(new EvSendData("a"u8));
        gsock.Send(new EvSendData("b"u8));
        gsock.Send(new EvSendData("c"u8));
        Assert.Equal(1, talker.Count("ready"));
        net.Settle();
        Assert.Equal(2, talker.Count("ready"));

        gsock.Send(new EvWriteOutputData("d"u8));
        net.Settle();
        Assert.Equal(2, talker.Count("ready"));
        gsock.Send(new EvFlushOutputData());
        net.Settle();
        Assert.Equal(3, talker.Count("ready"));
    }

    [Theory, EveryReactor]
    public void Megabytes_go_through_a_slow_reader_byte_by_byte_right_and_ready_comes_only_at_the_end(ReactorKind kind)
    {
        const int Size = 8 * 1024 * 1024;
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        var gsock = talker.Gsocks[0];
        gsock.OutbufOverflow = Size;
        var data = new byte[Size];
        new Random(1).NextBytes(data);
        gsock.Send(new EvSendData(data.AsSpan(0, Size / 2)));
        gsock.Send(new EvSendData(data.AsSpan(Size / 2)));
        net.Settle();
        Assert.Equal(1, talker.Count("ready"));

        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == Size);
        net.Settle();

        Assert.True(data.AsSpan().SequenceEqual(received.ToArray()));
        Assert.Equal(2, talker.Count("ready"));
        Assert.Equal(Size, gsock.TxedBytes);
        Assert.Equal(0, gsock.PendingBytes);
    }

    [Theory, EveryReactor]
    public void A_producer_that_sends_whenever_it_is_ready_neither_nests_nor_starves_others(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var sent = 0;
        talker.OnTransmitReady = gsock =>
        {
            if (sent < 2000)
            {
                sent++;
                gsock.Send(new EvSendData("x"u8));
            }
        };
        var peer = net.Peer(server);
        net.Until(() => sent == 2000);

        Assert.Equal(2000, ConnectingTests.Read(peer, 2000).Length);
    }

    [Theory, EveryReactor]
    public void Sending_without_a_connection_is_refused(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, gsock) = net.Client(1);

        Assert.Equal(Outcome.Refused, gsock.Send(new EvSendData("x"u8)));
        Assert.Equal(Outcome.Refused, gsock.Send(new EvFlushOutputData()));
        Assert.Contains(net.Log, static line => line.Contains("EvSendData (NOT ACCEPTED", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_subscriber_that_throws_loses_neither_the_connection_nor_the_loop(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var calls = 0;
        talker.OnData = (_, _) =>
        {
            if (calls++ == 0)
            {
                throw new NotSupportedException("subscriber");
            }
        };
        var peer = net.Peer(server);
        peer.Send("a"u8);
        net.Until(() => calls == 1);
        peer.Send("b"u8);
        net.Until(() => calls == 2);

        Assert.Equal("ab", talker.Text);
        Assert.Equal(1, net.Log.RemoveAll(static line => line.Contains("A fault in", StringComparison.Ordinal) && line.Contains("subscriber", StringComparison.Ordinal)));
    }
}
