using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>From a connection of a listener to a gsock of the tree.</summary>
public class ConnectionBridgeTests
{
    [Theory, EveryReactor]
    public void A_connection_of_a_service_becomes_a_gsock(ReactorKind kind)
    {
        using var net = new Net(kind);
        using var clients = new Clients();
        using var service = new SocketService(net.App);
        var talker = net.App.Create<Talker>("talker");
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        SocketConnection? connection = null;
        service.Incoming += (incoming, source) =>
        {
            connection = incoming;
            var gsock = incoming.ToGSock(talker, (string?)source, static gsock => gsock.AutoDestroy = true);
            return talker.Gsocks.Contains(gsock);
        };
        var peer = clients.Connect(service.AddAnyInetPort("bridged"));
        peer.Send("to and fro"u8);
        net.Until(() => talker.Text == "to and fro");

        Assert.Equal("to and fro", ConnectingTests.Read(peer, 10));
        var gsock = Assert.Single(talker.Gsocks);
        Assert.Equal("bridged", gsock.Name);
        Assert.Same(talker, gsock.Parent);
        Assert.Equal(((IPEndPoint)peer.LocalEndPoint!).Port, ((IPEndPoint)gsock.Peername!).Port);
        Assert.True(connection!.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => connection.ToGSock(talker));
        Assert.Throws<ObjectDisposedException>(connection.GetStream);

        connection.Dispose();
        peer.Send("still"u8);
        net.Until(() => talker.Text == "to and frostill");
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => talker.Count("disconnected") == 1 && gsock.IsDestroyed);
        Assert.Equal("still", ConnectingTests.Read(peer, 10));
    }

    [Theory, EveryReactor]
    public void Many_connections_leave_no_descriptor_behind(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which descriptors there are.");
        using var net = new Net(kind);
        using var listener = new SocketListener();
        var talker = net.App.Create<Talker>("talker");
        var port = listener.AddAnyInetPort();
        Come(10);
        var before = Sockets();
        Come(100);

        // A program that another test is starting holds copies of all descriptors until it is loaded.
        Assert.True(SpinWait.SpinUntil(() => Sockets() == before, TimeSpan.FromSeconds(20)));

        void Come(int clients)
        {
            for (var i = 0; i < clients; i++)
            {
                using var peers = new Clients();
                var peer = peers.Connect(port);
                var (connection, _) = listener.Accept(TestContext.Current.CancellationToken);
                var remote = ((IPEndPoint)connection.RemoteEndPoint!).Port;
                var gsock = connection.ToGSock(talker, configure: static gsock => gsock.AutoDestroy = true);
                Assert.Equal(remote, ((IPEndPoint)gsock.Peername!).Port);
                peer.Close();
                net.Until(() => gsock.IsDestroyed);
            }
        }

        // Of this listener's port: other tests run at the same time.
        int Sockets() => File.ReadLines("/proc/net/tcp6").Count(line => line.Contains($":{port:X4} ", StringComparison.Ordinal) && !line.Contains(" 06 ", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public async Task A_connection_that_was_used_by_the_runtime_before_works_too(ReactorKind kind)
    {
        using var net = new Net(kind);
        using var clients = new Clients();
        using var listener = new SocketListener();
        var peer = clients.Connect(listener.AddAnyInetPort());
        var (connection, _) = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        var greeting = new byte[5];
        var reading = connection.Socket.ReceiveAsync(greeting, TestContext.Current.CancellationToken).AsTask();
        peer.Send("hello"u8);
        Assert.Equal(5, await reading);
        var talker = net.App.Create<Talker>("talker");
        var gsock = connection.ToGSock(talker);
        gsock.Send(new EvSendData("welcome"u8));
        peer.Send("again"u8);
        net.Until(() => talker.Text == "again");

        Assert.Equal("welcome", ConnectingTests.Read(peer, 7));
    }

    [Fact]
    public void When_no_gsock_can_be_made_the_connection_is_as_it_was()
    {
        using var net = new Net(ReactorKind.Epoll);
        using var clients = new Clients();
        using var listener = new SocketListener();
        var peer = clients.Connect(listener.AddAnyInetPort());
        var (connection, _) = listener.Accept(TestContext.Current.CancellationToken);
        var talker = net.App.Create<Talker>("talker");
        Assert.Throws<ParameterException>(() => connection.ToGSock(talker, configure: static gsock => gsock.Port = -1));

        Assert.Equal(0, talker.ChildCount);
        connection.GetStream().Write("alive"u8);
        Assert.Same(connection.GetStream(), connection.GetStream());
        Assert.Equal("alive", ConnectingTests.Read(peer, 5));
        connection.GetStream().Dispose();
        Assert.True(connection.IsClosed);
        Assert.Equal(0, peer.Receive(new byte[1]));
    }
}
