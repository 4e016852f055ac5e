using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Breaks and full buffers of connections in memory, which behave like those of the system.</summary>
public class EndTests
{
    [Fact]
    public void A_reset_is_told_to_both_sides_and_what_had_arrived_can_be_received()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept(Interest.None);
        peer.Send("before"u8);
        net.Network.Faults = new MemoryFaults { Resets = 1 };

        Assert.Equal(5, server.Link.Send("never"u8, out _));
        net.Settle();

        Assert.Equal((0, SocketError.ConnectionReset), (peer.Available, peer.Error));
        Assert.Equal([SocketError.ConnectionReset], server.Broken);
        server.Link.Watch(Interest.Read);
        net.Settle();
        Assert.Equal("before"u8.ToArray(), server.Received);
        Assert.Equal(SocketError.ConnectionReset, server.Error);
    }

    [Fact]
    public void A_reset_loses_what_is_under_way()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        net.Network.Faults = MemoryNet.Delay(20);
        peer.Send("lost"u8);
        peer.End();

        peer.Reset();
        net.Pass(30);

        Assert.Empty(server.Received);
        Assert.False(server.Ended);
        Assert.Equal(SocketError.ConnectionReset, server.Error);
    }

    [Fact]
    public void Closing_with_unread_input_is_a_reset()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept(Interest.None);
        peer.Send("unread"u8);
        net.Settle();

        server.Link.Close();

        Assert.Equal(SocketError.ConnectionReset, peer.Error);
        Assert.False(peer.IsEnded);
    }

    [Fact]
    public void A_closed_peer_has_nothing_more_to_give_and_takes_nothing()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        server.Link.Send("unread"u8, out _);

        peer.Dispose();
        peer.Dispose();
        peer.End();
        peer.Reset();

        Assert.Equal((0, 0, false), (peer.Available, peer.Send("x"u8), peer.IsEnded));
        Assert.Empty(peer.Receive());
    }

    [Fact]
    public void Sending_to_a_closed_peer_brings_a_reset_back()
    {
        using var net = new MemoryNet();
        var (server, peer) = net.Accept();
        peer.Dispose();
        net.Settle();
        Assert.True(server.Ended);

        Assert.Equal(1, server.Link.Send("x"u8, out var first));
        Assert.Equal(0, server.Link.Send("x"u8, out var second));

        Assert.Equal((SocketError.Success, SocketError.ConnectionReset), (first, second));
        net.Settle();
        Assert.Empty(server.Broken);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_any_more_still_fills_up()
    {
        using var net = new MemoryNet(pipeCapacity: 100);
        var (server, peer) = net.Accept();
        net.Network.Faults = MemoryNet.Delay(20);
        peer.Reset();

        Assert.Equal(100, server.Link.Send(new byte[1000], out _));
        Assert.Equal(0, server.Link.Send(new byte[1000], out var error));

        Assert.Equal(SocketError.WouldBlock, error);
    }

    [Fact]
    public void Room_is_told_when_a_third_is_free()
    {
        using var net = new MemoryNet(pipeCapacity: 90);
        var (server, peer) = net.Accept();
        Assert.Equal(90, server.Link.Send(new byte[100], out _));
        server.Link.Watch(Interest.Read | Interest.Write);

        peer.Receive(new byte[29]);
        net.Settle();
        Assert.Equal(0, server.Writable);

        peer.Receive(new byte[1]);
        net.App.RunOnce();
        Assert.Equal(1, server.Writable);
    }
}
