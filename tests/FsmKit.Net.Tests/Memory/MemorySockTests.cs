using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>GSock and GServerSock where a real network is slow, scarce or hard to bring about.</summary>
public class MemorySockTests
{
    [Fact]
    public void A_client_and_a_server_talk_without_a_port_of_the_system()
    {
        using var net = new MemoryNet();
        var (served, server) = net.Listen(static server => server.Port = 80);
        served.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var (talker, gsock) = net.Client(80);
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("hello"u8));
        net.Settle();
        gsock.Send(new EvHalfClose());
        net.Settle();

        Assert.Equal(["connected", "ready", "disconnected PeerClosed Success"], talker.Events);
        Assert.Equal(("hello", 0, 0), (talker.Text, server.NGsocks, net.Network.Connections));
    }

    [Fact]
    public void A_test_plays_the_server_of_a_client()
    {
        using var net = new MemoryNet();
        using var listener = net.Network.Listen();
        var (talker, gsock) = net.Client(listener.Port);
        Assert.Null(listener.Accept());
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("question"u8));
        net.Settle();

        using var peer = listener.Accept()!;
        Assert.Equal("question"u8, peer.Receive());
        peer.Send("answer"u8);
        peer.End();
        net.Settle();

        Assert.Equal(("answer", true), (talker.Text, peer.IsEnded));
        Assert.Equal("disconnected PeerClosed Success", talker.Events[^1]);
        Assert.Equal(gsock.Port, ((IPEndPoint)peer.LocalEndPoint!).Port);
    }

    [Fact]
    public void A_PROXY_header_may_come_late_and_in_pieces()
    {
        using var net = new MemoryNet();
        net.Network.Faults = new MemoryFaults { Seed = 5, FragmentReceives = true, FragmentSends = true };
        var (served, _) = net.Listen(static server => (server.Port, server.ProxyFrom) = (80, AddressRanges.Parse("0.0.0.0/0, ::/0")));
        for (var i = 0; i < 50; i++)
        {
            served.Received.SetLength(0);
            using var peer = net.Network.Connect(new IPEndPoint(IPAddress.Loopback, 80));
            var rest = "PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\nhello"u8.ToArray().AsSpan();
            while (!rest.IsEmpty)
            {
                rest = rest[peer.Send(rest)..];
                net.Settle();
            }

            Assert.Equal("hello", served.Text);
            Assert.Equal("203.0.113.7:56789", $"{served.Gsocks[i].Peername}");
        }
    }

    [Fact]
    public void A_connect_into_a_black_hole_times_out()
    {
        using var net = new MemoryNet();
        net.Network.SetBlackHole(IPAddress.Loopback);
        var (talker, gsock) = net.Client(80, static gsock => gsock.ConnectTimeout = TimeSpan.FromSeconds(30));
        gsock.Send(new EvConnect());
        net.Pass(29_999);
        Assert.Empty(talker.Events);

        net.Pass(1);

        Assert.Equal(["disconnected ConnectTimedOut TimedOut"], talker.Events);
        net.Network.SetBlackHole(IPAddress.Loopback, isSilent: false);
        gsock.Send(new EvConnect());
        net.Settle();
        Assert.Equal("disconnected ConnectFailed ConnectionRefused", talker.Events[^1]);
    }

    [Fact]
    public void A_failing_connect_is_told_with_the_error_that_was_asked_for()
    {
        using var net = new MemoryNet(new MemoryFaults { ConnectFailures = 1, ConnectError = SocketError.NetworkUnreachable });
        var (talker, gsock) = net.Client(80);
        gsock.Send(new EvConnect());
        net.Settle();

        Assert.Equal(["disconnected ConnectFailed NetworkUnreachable"], talker.Events);
    }

    [Fact]
    public void A_starved_server_rests_says_so_once_serves_on_and_resumes()
    {
        using var net = new MemoryNet();
        var (talker, server) = net.Listen();
        using var served = net.Peer(server);
        net.Settle();
        net.Network.Faults = new MemoryFaults { AcceptFailures = 1 };
        using var waiting = net.Peer(server);
        net.Pass(1_000);

        served.Send("still served"u8);
        net.Settle();
        Assert.Equal(("still served", 1), (talker.Text, server.NGsocks));
        Assert.Single(net.Log, static line => line.Contains("cannot accept: TooManyOpenSockets", StringComparison.Ordinal));

        net.Network.Faults = MemoryFaults.None;
        net.Pass(99);
        Assert.Equal(1, server.NGsocks);
        net.Pass(1);
        Assert.Equal(2, server.NGsocks);
    }

    [Fact]
    public void A_slow_reader_holds_the_sender_up()
    {
        using var net = new MemoryNet(pipeCapacity: 1000);
        var (talker, server) = net.Listen();
        using var peer = net.Peer(server);
        net.Settle();
        var data = new byte[10_000];
        new Random(1).NextBytes(data);
        talker.Events.Clear();

        talker.Gsocks[0].Send(new EvSendData(data));
        net.Settle();
        Assert.Equal((9_000, 0), (talker.Gsocks[0].PendingBytes, talker.Count("ready")));

        var received = new List<byte>();
        while (received.Count < data.Length)
        {
            received.AddRange(peer.Receive());
            net.Settle();
        }

        Assert.Equal(data, received);
        Assert.Equal(1, talker.Count("ready"));
    }

    [Fact]
    public void Two_loops_in_one_thread_talk_through_one_network()
    {
        using var net = new MemoryNet();
        using var other = new GAplic("other", new GAplicOptions { Time = net.Time, Reactor = new MemoryReactor(net.Network) });
        var (talker, server) = net.Listen();
        var client = other.Create<Echo>("client");
        var gsock = client.Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", server.Port));
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("hello"u8));

        other.RunOnce();
        net.Settle();

        Assert.Equal("hello", talker.Text);
        Assert.Equal(gsock.Sockname, talker.Gsocks[0].Peername);
    }

    [Fact]
    public async Task Two_loops_in_two_threads_talk_through_one_network()
    {
        const int Messages = 20_000;
        var cancellation = TestContext.Current.CancellationToken;
        var network = new MemoryNetwork();
        using var serving = new GAplic("serving", new GAplicOptions { Reactor = new MemoryReactor(network) });
        using var asking = new GAplic("asking", new GAplicOptions { Reactor = new MemoryReactor(network) });
        var server = serving.Create<Echo>("server");
        server.Create<GServerSock>("listener", static listener => listener.Port = 80);
        var client = asking.Create<Echo>("client");
        var gsock = client.Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 80));
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("ping"u8));
        var running = Task.Factory.StartNew(() => serving.Run(cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (client.Messages < Messages)
        {
            cancellation.ThrowIfCancellationRequested();
            asking.RunOnce(TimeSpan.FromSeconds(20));
        }

        using var peer = network.Connect(MemoryNet.Loopback(80));
        peer.Send("from the test's own thread"u8);
        Assert.True(peer.Wait(TimeSpan.FromSeconds(20)));
        Assert.Equal("from the test's own thread"u8.ToArray(), peer.Receive());

        serving.Stop();
        await running;
        Assert.InRange(server.Messages, Messages, Messages + 2);
    }
}
