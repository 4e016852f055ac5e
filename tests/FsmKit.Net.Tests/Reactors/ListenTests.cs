using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

[InMemoryToo]
public class ListenTests
{
    [Theory, EveryReactor]
    public void Port_0_becomes_the_effective_port(ReactorKind kind)
    {
        using var rig = new Rig(kind);

        var local = Assert.IsType<IPEndPoint>(rig.Listen(new ListenRecorder()).LocalEndPoint);

        Assert.Equal(IPAddress.Loopback, local.Address);
        Assert.NotEqual(0, local.Port);
    }

    [Theory, EveryReactor]
    public void A_port_in_use_throws(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var taken = rig.Listen(new ListenRecorder()).LocalEndPoint!;

        var e = Assert.Throws<SocketException>(() => rig.Reactor.Listen(taken, 8, reusePort: false, new ListenRecorder()));

        Assert.Equal(SocketError.AddressAlreadyInUse, e.SocketErrorCode);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void An_address_of_somebody_else_throws(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var foreign = new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0);

        var e = Assert.Throws<SocketException>(() => rig.Reactor.Listen(foreign, 8, reusePort: false, new ListenRecorder()));

        Assert.Equal(SocketError.AddressNotAvailable, e.SocketErrorCode);
    }

    [Theory, EveryReactor]
    public void A_shared_port_can_be_listened_to_twice(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SO_REUSEPORT is not the same everywhere.");
        using var rig = new Rig(kind);
        var first = rig.Reactor.Listen(new IPEndPoint(IPAddress.Loopback, 0), 8, reusePort: true, new ListenRecorder());

        var second = rig.Reactor.Listen(first.LocalEndPoint!, 8, reusePort: true, new ListenRecorder());

        Assert.Equal(first.LocalEndPoint, second.LocalEndPoint);
    }

    [Theory, EveryReactor]
    public void Without_a_connection_Accept_would_block(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var link = rig.Listen(new ListenRecorder());

        Assert.Null(link.Accept(out var error));
        Assert.Equal(SocketError.WouldBlock, error);
    }

    [Theory, EveryReactor]
    public void A_burst_of_connections_is_accepted(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener).LocalEndPoint!;

        for (var i = 0; i < 50; i++)
        {
            rig.Peer(remote);
        }

        rig.Until(() => listener.Accepted.Count == 50);
        Assert.Empty(listener.Errors);
        Assert.Equal(50, listener.Accepted.Select(accepted => accepted.Link.RemoteEndPoint).Distinct().Count());
    }

    [Theory, EveryReactor]
    public void A_connection_not_accepted_is_told_again(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var told = 0;
        var listener = new ListenEvents(() => told++);
        var link = rig.Reactor.Listen(new IPEndPoint(IPAddress.Loopback, 0), 8, reusePort: false, listener);
        link.Watch(true);

        rig.Peer(link.LocalEndPoint!);

        rig.Until(() => told >= 3);
        Assert.NotNull(link.Accept(out _));
    }

    [Theory, EveryReactor]
    public void A_paused_listener_says_nothing_and_the_backlog_keeps_the_connections(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var link = rig.Listen(listener);
        rig.Reactor.Wait(0);
        link.Watch(false);
        rig.Peer(link.LocalEndPoint!);
        rig.Peer(link.LocalEndPoint!);

        rig.Reactor.Wait(50);
        rig.Reactor.Wait(0);
        Assert.Empty(listener.Accepted);

        link.Watch(true);
        rig.Until(() => listener.Accepted.Count == 2);
    }

    [Theory, EveryReactor]
    public void Any_address_of_IPv6_takes_IPv4_too(ReactorKind kind)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "No IPv6 here.");
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var port = ((IPEndPoint)rig.Listen(listener, IPAddress.IPv6Any).LocalEndPoint!).Port;

        rig.Peer(new IPEndPoint(IPAddress.Loopback, port));
        rig.Peer(new IPEndPoint(IPAddress.IPv6Loopback, port));

        rig.Until(() => listener.Accepted.Count == 2);
    }

    private sealed class ListenEvents(Action told) : IListenEvents
    {
        public void OnAcceptable() => told();
    }
}
