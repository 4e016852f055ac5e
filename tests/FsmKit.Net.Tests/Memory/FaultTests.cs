using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Each fault alone, between a link and a peer or between two links.</summary>
public class FaultTests
{
    [Fact]
    public void A_delivery_comes_when_its_time_has_come_and_not_before()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        net.Network.Faults = MemoryNet.Delay(20);

        peer.Send("later"u8);
        net.Pass(19);
        Assert.Equal(0, server.Readable);
        Assert.Equal(TimeSpan.FromMilliseconds(1), net.Network.NextDelivery);

        net.Pass(1);
        Assert.Equal("later"u8.ToArray(), server.Received);
        Assert.Null(net.Network.NextDelivery);
    }

    [Fact]
    public void None_overtakes_another_and_the_end_comes_last()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        for (var i = 0; i < 200; i++)
        {
            net.Network.Faults = new MemoryFaults { Seed = i, MaxDelay = TimeSpan.FromMilliseconds(i % 3 == 0 ? 0 : 50) };
            peer.Send([(byte)i]);
        }

        net.Network.Faults = MemoryFaults.None;
        peer.End();
        net.Until(() => server.Ended);

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => (byte)i), server.Received);
    }

    [Fact]
    public void A_connect_takes_its_time_too()
    {
        using var net = new MemoryNet(MemoryNet.Delay(20));
        using var listener = net.Network.Listen();
        var client = new LinkRecorder();
        client.Link = net.Reactor.Connect(listener.LocalEndPoint, client);

        net.Pass(19);
        Assert.Equal(0, client.Connected);

        net.Pass(1);
        Assert.Equal(1, client.Connected);
    }

    [Fact]
    public void A_wait_sleeps_until_a_delivery_is_due()
    {
        using var rig = new Rig(ReactorKind.Memory);
        var (server, peer) = rig.Accept();
        ((MemoryReactor)rig.Reactor).Network.Faults = MemoryNet.Delay(30);
        server.Link.Watch(Interest.None);
        rig.Reactor.Wait(0);
        server.Link.Watch(Interest.Read);

        peer.Send("x"u8);
        rig.Reactor.Wait(-1);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_wait_that_sleeps_notices_that_a_test_has_moved_its_clock()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        net.Network.Faults = MemoryNet.Delay(3_600_000);
        peer.Send("x"u8);
        var waiting = Task.Run(() => net.Reactor.Wait(-1), TestContext.Current.CancellationToken);

        net.Time.Advance(TimeSpan.FromHours(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Single(server.Received);
    }

    [Fact]
    public void Receives_and_sends_are_cut_into_parts()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        net.Network.Faults = new MemoryFaults { FragmentReceives = true, FragmentSends = true };
        var data = new byte[1000];
        peer.Send(data);
        net.Settle();
        Assert.Equal(data, server.Received);
        Assert.InRange(server.Readable, 3, 1000);

        var sends = 0;
        for (var sent = 0; sent < data.Length; sends++)
        {
            var taken = server.Link.Send(data.AsSpan(sent), out var error);
            Assert.Equal(SocketError.Success, error);
            Assert.InRange(taken, 1, data.Length - sent);
            sent += taken;
        }

        Assert.InRange(sends, 3, 1000);
        Assert.Equal(data, peer.Receive());
    }

    [Fact]
    public void A_spurious_readiness_has_nothing_to_receive_and_follows_a_real_one()
    {
        using var net = new MemoryNet(new MemoryFaults { SpuriousReadiness = 1 });
        var (server, peer) = net.Accept();
        var errors = new List<SocketError>();
        server.WhenReadable = () =>
        {
            server.Link.Receive(new byte[10], out var error);
            errors.Add(error);
        };

        peer.Send("x"u8);
        net.Settle();

        Assert.Equal([SocketError.Success, SocketError.WouldBlock], errors);
    }

    [Fact]
    public void What_is_ready_together_is_told_in_any_order()
    {
        var order = Order(MemoryFaults.None);
        var shuffled = Order(new MemoryFaults { ShuffleReadiness = true, Seed = 1 });

        Assert.Equal(Enumerable.Range(0, 20), order);
        Assert.NotEqual(order, shuffled);
        Assert.Equal(order, shuffled.Order());
        Assert.Equal(shuffled, Order(new MemoryFaults { ShuffleReadiness = true, Seed = 1 }));
    }

    [Fact]
    public void Of_a_connection_that_is_closed_at_both_ends_nothing_is_left()
    {
        using var net = new MemoryNet(MemoryNet.Delay(5));
        var gone = Use(net);
        net.Pass(10);
        GC.Collect();

        Assert.False(gone.IsAlive);
        Assert.Equal((0, 0), (net.Network.Connections, net.Reactor.LinkCount));
    }

    [Fact]
    public void A_probability_and_a_delay_have_their_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MemoryFaults { Resets = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MemoryFaults { AcceptFailures = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MemoryFaults { MinDelay = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MemoryNetwork { PipeCapacity = 0 });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(MemoryNet net)
    {
        var (server, peer) = net.Accept();
        peer.Send("there"u8);
        server.Link.Send("and back"u8, out _);
        net.Pass(5);
        server.Link.Close();
        peer.Dispose();
        return new WeakReference(server.Link);
    }

    private static List<int> Order(MemoryFaults faults)
    {
        using var net = new MemoryNet(faults);
        var order = new List<int>();
        var peers = new List<MemoryPeer>();
        for (var i = 0; i < 20; i++)
        {
            var (server, peer) = net.Accept();
            var number = i;
            server.WhenReadable = () =>
            {
                server.Receive();
                order.Add(number);
            };
            peers.Add(peer);
        }

        peers.ForEach(static peer => peer.Send("x"u8));
        net.Settle();
        return order;
    }
}
