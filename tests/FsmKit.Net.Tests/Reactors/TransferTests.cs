using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Transfers of more bytes than the buffers of both sides hold, so that Send takes parts and Write has to be watched.</summary>
[InMemoryToo]
[Trait("Category", "Slow")]
public class TransferTests
{
    private const int Total = 8 * 1024 * 1024;

    [Theory, EveryReactor]
    public void Eight_mebibytes_go_both_ways_with_a_slow_reader(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept(configure: static socket => socket.ReceiveBufferSize = 32 * 1024);
        var down = Pattern(1);
        var up = Pattern(2);
        var sent = 0;
        var refused = 0;
        server.WhenWritable = () =>
        {
            var taken = server.Link.Send(down.AsSpan(sent), out var error);
            Assert.True(error is SocketError.Success or SocketError.WouldBlock, error.ToString());
            sent += taken;
            refused += sent < Total ? 1 : 0;
            if (sent == Total)
            {
                server.Link.Watch(Interest.Read);
            }
        };
        server.Link.Watch(Interest.Read | Interest.Write);
        // The reader has not begun: it has to come to a stop.
        rig.Until(() => sent > 0);
        Assert.True(rig.Rests());
        Assert.InRange(sent, 1, Total - 1);

        var received = new byte[Total];
        var peerReceived = 0;
        var peerSent = 0;
        rig.Until(
            () =>
            {
                var rest = received.AsSpan(peerReceived, Math.Min(20_000, Total - peerReceived));
                if (!rest.IsEmpty)
                {
                    peerReceived += peer.Receive(rest, out _);
                }

                ReadOnlySpan<byte> next = up.AsSpan(peerSent, Math.Min(50_000, Total - peerSent));
                if (!next.IsEmpty)
                {
                    peerSent += peer.Send(next);
                }

                return peerReceived == Total && server.Received.Count == Total;
            },
            wait: 0);

        Assert.True(refused > 0);
        Assert.True(down.AsSpan().SequenceEqual(received));
        Assert.True(up.AsSpan().SequenceEqual(server.Received.ToArray()));
        Assert.False(server.Link.IsPending);
    }

    [Theory, EveryReactor]
    public void The_end_of_sending_comes_behind_what_is_pending(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept(configure: static socket => socket.ReceiveBufferSize = 32 * 1024);
        var data = Pattern(3);
        var taken = 0;
        int count;
        while ((count = server.Link.Send(data.AsSpan(taken), out _)) > 0)
        {
            taken += count;
        }

        server.Link.ShutdownSend();

        var received = new byte[Total];
        var total = 0;
        var ended = false;
        rig.Until(
            () =>
            {
                var got = peer.Receive(received.AsSpan(total), out var error);
                total += got;
                ended = got == 0 && error == SocketError.Success;
                return ended;
            },
            wait: 0);
        Assert.Equal(taken, total);
        Assert.True(data.AsSpan(0, taken).SequenceEqual(received.AsSpan(0, taken)));
    }

    [Theory, EveryReactor]
    public void Closing_with_much_under_way_is_safe(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept(Interest.Read | Interest.Write);
        var data = Pattern(4);
        while (server.Link.Send(data, out _) > 0)
        {
        }

        server.Link.Close();

        rig.Reactor.Wait(20);
        rig.Reactor.Wait(0);
        Assert.Equal(0, server.Writable);
        Assert.Empty(server.Broken);
        Assert.True(peer.Available > 0);
    }

    private static byte[] Pattern(int seed)
    {
        var data = new byte[Total];
        new Random(seed).NextBytes(data);
        return data;
    }
}
