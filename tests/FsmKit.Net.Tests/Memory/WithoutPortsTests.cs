using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The example of the guide.</summary>
public class WithoutPortsTests
{
    [Fact]
    public void The_example_of_the_guide_does_what_it_says()
    {
        var time = new ManualTime(); // a TimeProvider that the test moves, such as FakeTimeProvider
        var network = new MemoryNetwork(time);
        var reactor = new MemoryReactor(network);
        using var app = new GAplic(new GAplicOptions { Time = time, Reactor = reactor });
        app.Create<Echo>("server").Create<GServerSock>("listener", listener => listener.Port = 7007);

        using var peer = network.Connect(new IPEndPoint(IPAddress.Loopback, 7007));
        peer.Send("hello"u8);
        Settle();
        Assert.Equal("hello"u8, peer.Receive());

        network.Faults = new MemoryFaults { Seed = 1, MaxDelay = TimeSpan.FromMilliseconds(50), FragmentReceives = true };
        peer.Send("slow, and in pieces"u8);
        while (network.NextDelivery is { } wait)
        {
            time.Advance(wait);
            Settle();
        }

        Assert.Equal("slow, and in pieces"u8, peer.Receive());

        network.Faults = new MemoryFaults { Resets = 1 };
        peer.Send("lost"u8);
        Settle();
        Assert.Equal(SocketError.ConnectionReset, peer.Error);

        peer.Dispose();
        Assert.Equal(0, network.Connections);

        void Settle()
        {
            while (app.RunOnce() || reactor.IsReady)
            {
            }
        }
    }
}
