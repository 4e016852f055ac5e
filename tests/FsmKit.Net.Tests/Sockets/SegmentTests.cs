using System.Buffers;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks the sending of bytes that are not contiguous (<see cref="EvSendSegments"/>).</summary>
public class SegmentTests
{
    /// <summary>Lengths: one segment, few, more than one call of the system takes, and more than the buffers of both systems hold.</summary>
    public static TheoryData<ReactorKind, int, int> Lengths()
    {
        var data = new TheoryData<ReactorKind, int, int>();
        foreach (var kind in OperatingSystem.IsLinux() ? [ReactorKind.Epoll, ReactorKind.Portable] : new[] { ReactorKind.Portable })
        {
            data.Add(kind, 1, 100);
            data.Add(kind, 3, 5);
            data.Add(kind, 100, 1000);
            data.Add(kind, 500, 20_000);
        }

        return data;
    }

    [Theory, MemberData(nameof(Lengths))]
    public void All_segments_arrive_in_order(ReactorKind kind, int count, int length)
    {
        using var net = new Net(kind);
        var (gsock, peer) = Accept(net);
        var bytes = Some(count * length);

        Assert.Equal(Outcome.Handled, gsock.Send(new EvSendSegments(Segment.Split(bytes, length))));
        Assert.Equal(bytes, Read(net, peer, bytes.Length));
        Assert.Equal((1, bytes.Length), (gsock.TxedMsgs, gsock.TxedBytes));
        Assert.Equal(0, gsock.PendingBytes);
    }

    [Theory, EveryReactor]
    public void Segments_come_behind_bytes_that_wait_and_before_later_ones(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (gsock, peer) = Accept(net);
        var bytes = Some(3000);
        gsock.Send(new EvWriteOutputData(bytes.AsSpan(0, 1000)));
        gsock.Send(new EvSendSegments(Segment.Split(bytes.AsMemory(1000, 1500), 70)));
        gsock.Send(new EvSendData(bytes.AsSpan(2500)));

        Assert.Equal(bytes, Read(net, peer, bytes.Length));
    }

    [Theory, EveryReactor]
    public void Segments_without_bytes_are_left_out(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (gsock, peer) = Accept(net);
        var empty = new Segment();
        var last = empty.Then(default).Then("a"u8.ToArray()).Then(default).Then("b"u8.ToArray());
        gsock.Send(new EvSendSegments(new ReadOnlySequence<byte>(empty, 0, last, 1)));
        gsock.Send(new EvSendSegments(default));

        Assert.Equal("ab"u8.ToArray(), Read(net, peer, 2));
        Assert.Equal(0, gsock.PendingBytes);
    }

    [Theory, EveryReactor]
    public void Slices_and_the_dump_go_across_segments(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (gsock, peer) = Accept(net);
        (gsock.SendBytes, gsock.TraceDump) = (1000, true);
        var bytes = Some(2500);
        gsock.Send(new EvSendSegments(Segment.Split(bytes, 600)));

        Assert.Equal(bytes, Read(net, peer, bytes.Length));
        Assert.Equal(["(1000 bytes)", "(1000 bytes)", "(500 bytes)"], net.Log
            .Where(static line => line.Contains("Send data", StringComparison.Ordinal))
            .Select(static line => line.Split('\n')[0][line.IndexOf('(', StringComparison.Ordinal)..]));
    }

    [Theory, EveryReactor]
    public void Segments_that_do_not_fit_are_refused_whole(ReactorKind kind)
    {
        using var net = new Net(kind, settings: [new("GSock.overflow_policy", "refuse"), new("GSock.outbuf_overflow", "200000")]);
        var (gsock, _) = Accept(net);
        var chunk = Segment.Split(new byte[64 * 1024], 4096);
        var outcome = Outcome.Handled;
        for (var sent = 0; sent < 2000 && outcome == Outcome.Handled; sent++)
        {
            outcome = gsock.Send(new EvSendSegments(chunk));
        }

        Assert.Equal(Outcome.Refused, outcome);
        Assert.InRange(gsock.PendingBytes, 200_000 - (int)chunk.Length, 200_000);
    }

    [Theory, EveryReactor]
    public void A_peer_that_never_reads_is_dropped_when_the_limit_is_passed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var chunk = Segment.Split(new byte[64 * 1024], 4096);
        net.Until(() => talker.Gsocks[0].Send(new EvSendSegments(chunk)) != Outcome.Handled || talker.Count("disconnected") == 1);

        Assert.Equal("disconnected OutputOverflow NoBufferSpaceAvailable", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public void Segments_of_a_connection_that_is_being_made_are_sent_when_it_is_open(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        var bytes = Some(5000);
        gsock.Send(new EvConnect());
        Assert.Equal(Outcome.Handled, gsock.Send(new EvSendSegments(Segment.Split(bytes, 999))));
        net.Until(() => talker.Count("connected") == 1);
        using var peer = listener.Accept();

        Assert.Equal(bytes, Read(net, peer, bytes.Length));
    }

    [Theory, EveryReactor]
    public void A_send_to_a_peer_that_has_reset_ends_the_connection_once(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();
        var chunk = Segment.Split(new byte[64 * 1024], 4096);
        net.Until(() =>
        {
            talker.Gsocks[0].Send(new EvSendSegments(chunk));
            return talker.Count("disconnected") == 1;
        });
        net.Settle();

        Assert.Equal(1, talker.Count("disconnected"));
    }

    [Fact]
    public void A_send_of_segments_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "epoll is Linux's.");
        using var net = new Net(ReactorKind.Epoll);
        var (gsock, peer) = Accept(net);
        var segments = Segment.Split(new byte[8000], 1000);
        var into = new byte[16_000];

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                gsock.Send(new EvSendSegments(segments));
                for (var read = 0; read < segments.Length;)
                {
                    read += peer.Receive(into);
                }
            }
        }));
    }

    private static (GSock Gsock, Socket Peer) Accept(Net net)
    {
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        return (talker.Gsocks[0], peer);
    }

    private static byte[] Some(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Read(Net net, Socket peer, int count)
    {
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == count);
        net.Settle();
        return received.ToArray();
    }
}
