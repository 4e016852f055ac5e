using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

[InMemoryToo]
public class ConnectTests
{
    [Theory, EveryReactor]
    public void A_connect_is_told_out_of_Wait_and_never_out_of_Connect(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener).LocalEndPoint!;
        var client = new LinkRecorder();

        client.Link = rig.Reactor.Connect(remote, client);

        Assert.Equal(0, client.Connected);
        rig.Until(() => client.Connected == 1 && listener.Accepted.Count == 1);
        Assert.Equal(remote, client.Link.RemoteEndPoint);
        Assert.Equal(client.Link.LocalEndPoint, listener.Accepted[0].Link.RemoteEndPoint);
        Assert.Equal(remote, listener.Accepted[0].Link.LocalEndPoint);
    }

    [Theory, EveryReactor]
    public void A_closed_port_refuses(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listen = rig.Listen(new ListenRecorder());
        var remote = listen.LocalEndPoint!;
        listen.Close();
        var client = new LinkRecorder();

        client.Link = rig.Reactor.Connect(remote, client);

        rig.Until(() => client.ConnectFailed is not null);
        Assert.Equal(SocketError.ConnectionRefused, client.ConnectFailed);
        Assert.True(client.Link.IsClosed);
        Assert.Equal(0, client.Connected);
    }

    [Theory, EveryReactor]
    public void A_failure_that_is_known_at_once_comes_out_of_Wait_too(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var client = new LinkRecorder();

        client.Link = rig.Reactor.Connect(new DnsEndPoint("localhost", 80), client);

        Assert.Null(client.ConnectFailed);
        rig.Until(() => client.ConnectFailed is not null);
        Assert.Equal(SocketError.AddressFamilyNotSupported, client.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void Closing_while_connecting_silences_the_outcome(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener).LocalEndPoint!;
        var good = new LinkRecorder();
        var bad = new LinkRecorder();

        rig.Reactor.Connect(remote, good).Close();
        rig.Reactor.Connect(new DnsEndPoint("localhost", 80), bad).Close();

        var other = new LinkRecorder();
        other.Link = rig.Reactor.Connect(remote, other);
        rig.Until(() => other.Connected == 1);
        Assert.Equal(0, good.Connected);
        Assert.Null(good.ConnectFailed);
        Assert.Null(bad.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void What_was_watched_while_connecting_counts_from_then_on(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener).LocalEndPoint!;
        var client = new LinkRecorder();
        client.Link = rig.Reactor.Connect(remote, client);
        client.Link.Watch(Interest.Read);
        rig.Until(() => client.Connected == 1 && listener.Accepted.Count == 1);

        listener.Accepted[0].Link.Send("hello"u8, out _);

        rig.Until(() => client.Received.Count == 5);
        Assert.Equal(0, client.Writable);
    }

    [Theory, EveryReactor]
    public void IPv6_connects(ReactorKind kind)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "No IPv6 here.");
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener, IPAddress.IPv6Loopback).LocalEndPoint!;
        var client = new LinkRecorder();

        client.Link = rig.Reactor.Connect(remote, client);

        rig.Until(() => client.Connected == 1 && listener.Accepted.Count == 1);
        Assert.Equal(client.Link.LocalEndPoint, listener.Accepted[0].Link.RemoteEndPoint);
    }

    [Theory, EveryReactor]
    public void A_Unix_socket_connects_and_its_file_goes_with_the_listener(ReactorKind kind)
    {
        Assert.SkipUnless(Socket.OSSupportsUnixDomainSockets, "No Unix sockets here.");
        using var rig = new Rig(kind);
        var path = Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():N}.sock");
        var remote = new UnixDomainSocketEndPoint(path);
        var listener = new ListenRecorder();
        listener.Link = rig.Reactor.Listen(remote, 8, reusePort: false, listener);
        listener.Link.Watch(true);
        var client = new LinkRecorder();
        client.Link = rig.Reactor.Connect(remote, client);
        client.Link.Watch(Interest.Read);
        rig.Until(() => client.Connected == 1 && listener.Accepted.Count == 1);

        listener.Accepted[0].Link.Send("hello"u8, out _);
        rig.Until(() => client.Received.Count == 5);
        Assert.Equal(remote, listener.Link.LocalEndPoint);

        listener.Link.Close();
        Assert.False(File.Exists(path));
    }
}
