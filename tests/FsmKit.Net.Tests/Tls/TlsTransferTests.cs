using System.Net.Sockets;
using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Promises of a link, kept through encryption. Both ends are links.</summary>
[InMemoryToo]
public class TlsTransferTests
{
    // More than the kernel holds for both sides.
    private const int Total = 16 * 1024 * 1024;

    [Theory, EveryReactor]
    public void A_message_goes_there_and_back(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();

        Assert.Equal(5, client.Link.Send("hello"u8, out _));
        rig.Net.Until(() => server.Received.Count == 5);
        Assert.Equal(6, server.Link.Send("answer"u8, out _));
        rig.Net.Until(() => client.Received.Count == 6);

        Assert.Equal("hello"u8, server.Received.ToArray());
        Assert.Equal("answer"u8, client.Received.ToArray());
        Assert.Equal(SslProtocols.Tls13, TlsRig.Tls(server).Protocol);
        Assert.Equal(TlsRig.Tls(client).RemoteEndPoint, TlsRig.Tls(server).LocalEndPoint);
        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void Much_goes_both_ways_with_a_slow_reader(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        var sending = new[] { new Sender(server, 1), new Sender(client, 2) };

        // Without reading both come to a stop, with no more than one batch of ciphertext waiting.
        server.Link.Watch(Interest.Write);
        client.Link.Watch(Interest.Write);
        rig.Net.Until(() => Array.TrueForAll(sending, static one => one.Refused > 0));
        Assert.True(rig.Net.Rests());
        Assert.All(sending, static one => Assert.InRange(one.Sent, 1, Total - 1));
        Assert.True(server.Link.IsPending && client.Link.IsPending);
        Assert.Empty(server.Received);

        server.Link.Watch(Interest.Read | Interest.Write);
        client.Link.Watch(Interest.Read | Interest.Write);
        rig.Net.Until(() => server.Received.Count == Total && client.Received.Count == Total, wait: 0);

        Assert.True(sending[0].Data.AsSpan().SequenceEqual(client.Received.ToArray()));
        Assert.True(sending[1].Data.AsSpan().SequenceEqual(server.Received.ToArray()));
        Assert.False(server.Link.IsPending || client.Link.IsPending);
        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void The_end_of_sending_comes_behind_what_is_pending(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        client.Link.Watch(Interest.None);
        var data = new byte[Total];
        var taken = server.Link.Send(data, out _);
        Assert.True(server.Link.IsPending);

        server.Link.ShutdownSend();
        client.Link.Watch(Interest.Read);

        rig.Net.Until(() => client.Ended, wait: 0);
        Assert.Equal(taken, client.Received.Count);
        Assert.True(TlsRig.Tls(client).EndedCleanly);
    }

    [Theory, EveryReactor]
    public void What_was_decrypted_and_not_taken_is_told_again(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        var received = new List<byte>();
        var small = new byte[1000];
        server.WhenReadable = () => received.AddRange(small.AsSpan(0, Math.Max(0, server.Link.Receive(small, out _))));
        var data = new byte[20_500];
        Random.Shared.NextBytes(data);

        client.Link.Send(data, out _);

        // The kernel has nothing more to tell after the first receive of each record.
        rig.Net.Until(() => received.Count == data.Length);
        Assert.Equal(data, received.ToArray());
        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void Several_records_at_once_are_one_receive_where_there_is_room(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        Assert.True(rig.Net.Rests());
        server.Link.Watch(Interest.None);
        for (var i = 0; i < 5; i++)
        {
            client.Link.Send("message "u8, out _);
        }

        client.Link.ShutdownSend();
        rig.Net.Reactor.Wait(0);
        var counts = new List<int>();
        server.WhenReadable = () =>
        {
            var count = server.Link.Receive(rig.Net.Reactor.Scratch, out var error);
            counts.Add(error == SocketError.Success ? count : -1);
            if (count == 0)
            {
                server.Link.Watch(Interest.None);
            }
        };

        server.Link.Watch(Interest.Read);

        rig.Net.Until(() => counts.Contains(0));
        Assert.Equal(40, counts[0]);
    }

    [Theory, EveryReactor]
    public void Nothing_is_received_while_Read_is_not_watched(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        client.Link.Send(new byte[30_000], out _);
        var small = new byte[100];
        server.WhenReadable = () =>
        {
            Assert.Equal(100, server.Link.Receive(small, out _));
            server.Link.Watch(Interest.None);
        };

        rig.Net.Until(() => server.Readable == 1);

        Assert.True(rig.Net.Rests());
        Assert.Equal(1, server.Readable);
        server.WhenReadable = null;
        server.Link.Watch(Interest.Read);
        rig.Net.Until(() => server.Received.Count == 29_900);
    }

    [Theory, EveryReactor]
    public void TLS_runs_inside_TLS(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        var (innerServer, innerClient) = rig.Wrap(server.Link, client.Link);
        rig.Succeed(innerServer);
        rig.Succeed(innerClient);
        var data = new byte[200_000];
        Random.Shared.NextBytes(data);
        var sent = 0;
        innerClient.WhenWritable = () =>
        {
            sent += innerClient.Link.Send(data.AsSpan(sent), out _);
            innerClient.Link.Watch(sent < data.Length ? Interest.Write : Interest.None);
        };

        innerClient.Link.Watch(Interest.Write);

        rig.Net.Until(() => innerServer.Received.Count == data.Length);
        Assert.Equal(data, innerServer.Received.ToArray());
    }

    /// <summary>Sends all of it as there is room.</summary>
    private sealed class Sender
    {
        public Sender(LinkRecorder end, int seed)
        {
            new Random(seed).NextBytes(Data);
            end.WhenWritable = () =>
            {
                Sent += end.Link.Send(Data.AsSpan(Sent), out var error);
                Assert.True(error is SocketError.Success or SocketError.WouldBlock, error.ToString());
                Refused += Sent < Total ? 1 : 0;
                if (Sent == Total)
                {
                    end.Link.Watch(Interest.Read);
                }
            };
        }

        public byte[] Data { get; } = new byte[Total];

        public int Sent { get; private set; }

        public int Refused { get; private set; }
    }
}
