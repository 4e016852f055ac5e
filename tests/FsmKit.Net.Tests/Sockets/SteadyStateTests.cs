using System.Diagnostics;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a message and a connection leave nothing behind.</summary>
[Collection(nameof(SteadyStateTests))]
[CollectionDefinition(nameof(SteadyStateTests), DisableParallelization = true)]
[Trait("Category", "Slow")]
public class SteadyStateTests
{
    [Fact]
    public void A_message_echoed_by_gclasses_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The promise is the epoll reactor's.");
        using var net = new Net(ReactorKind.Epoll);
        var server = net.App.Create<Echo>("server");
        var listener = server.Create<GServerSock>("listener", static listener => listener.Host = "127.0.0.1");
        var client = net.App.Create<Echo>("client");
        var gsock = client.Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", listener.Port));
        gsock.Send(new EvConnect());
        net.Until(() => client.Ready == 1 && server.Ready == 1);
        gsock.Send(new EvSendData("a message of thirty-two bytes...."u8));

        Assert.Equal(0, Allocation.Of(() => Turn(net.App, client, 2_000)));
        Assert.True(client.Ready > 2_000, "Each drained message was followed by EvTransmitReady.");
    }

    [Theory, EveryReactor]
    public void Connections_come_and_go_without_a_trace(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        Churn(net, talker, server, 200);
        var (descriptors, gobjs, memory) = (Descriptors(), talker.ChildCount, Memory());

        Churn(net, talker, server, 2_000);

        Assert.Equal(1, gobjs);
        Assert.Equal(gobjs, talker.ChildCount);
        Assert.Equal(0, server.NGsocks);
        Assert.InRange(Descriptors() - descriptors, -20, 20);
        Assert.InRange(Memory() - memory, long.MinValue, 500_000);
    }

    private static void Churn(Net net, Talker talker, GServerSock server, int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            using var peer = net.Peer(server);
            peer.Send("x"u8);
            net.Until(() => talker.Gsocks.Count == 1 && talker.Text == "x");
            Assert.Equal("x", ConnectingTests.Read(peer, 1));
            peer.Close();
            net.Until(() => server.NGsocks == 0);
            talker.Gsocks.Clear();
            talker.Events.Clear();
            talker.Received.SetLength(0);
        }

        net.Forget();
    }

    private static void Turn(GAplic app, Echo client, int messages)
    {
        var goal = client.Messages + messages;
        while (client.Messages < goal)
        {
            app.RunOnce(Timeout.InfiniteTimeSpan);
        }
    }

    private static int Descriptors() =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : Process.GetCurrentProcess().HandleCount;

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}

/// <summary>Echoes received bytes.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>]
public sealed partial class Echo : GObj
{
    public int Messages { get; private set; }

    public int Ready { get; private set; }

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [On<EvTransmitReady>(nameof(AcReady))]
        [Ignore<EvConnected>, Ignore<EvDisconnected>]
        Idle,
    }

    private void AcEcho(in EvRxData e)
    {
        Messages++;
        Send(e.Gsock, new EvSendData(e.Data));
    }

    private void AcReady() => Ready++;
}
