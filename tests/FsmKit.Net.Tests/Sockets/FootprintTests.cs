using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks the size of an idle connection: there are thousands of them.</summary>
[Collection(nameof(SteadyStateTests))]
public class FootprintTests
{
    private const int Connections = 1_000;

    [Fact]
    public void An_accepted_connection_with_three_subscriptions_keeps_less_than_800_bytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The promise is the epoll reactor's.");

        // No log: its lines would weigh more.
        using var app = new GAplic();
        var reception = app.Create<Reception>();
        var server = reception.Create<GServerSock>("server", static server => (server.Host, server.Backlog) = ("127.0.0.1", Connections));

        // Shared objects, and tables that grow in steps, come with the first half. The peers come before the measurement.
        var peers = Connect(server);
        Serve(app, server, Connections);
        peers.AddRange(Connect(server));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Serve(app, server, 2 * Connections);

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Connections, 500, 800);
        Assert.Equal(2 * Connections, reception.ChildCount - 1);
        peers.ForEach(static peer => peer.Dispose());
    }

    private static List<Socket> Connect(GServerSock server)
    {
        var peers = new List<Socket>(2 * Connections);
        for (var i = 0; i < Connections; i++)
        {
            var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            peers.Add(peer);
            peer.Connect(server.Sockname!);
        }

        return peers;
    }

    private static void Serve(GAplic app, GServerSock server, int count) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            app.RunOnce();
            return server.NGsocks == count;
        },
        TimeSpan.FromSeconds(60)));
}

/// <summary>Subscribes to the lasting events of a connection, and not to its beginning.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvInputEnded>]
public sealed partial class Reception : GObj
{
    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [Ignore<EvDisconnected>, Ignore<EvRxData>, Ignore<EvInputEnded>]
        Open,
    }

    private void AcConnected(in EvConnected e) => e.Gsock.Unsubscribe<EvConnected>(this);
}
