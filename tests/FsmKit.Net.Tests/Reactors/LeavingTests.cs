using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Tests of a link that a server gives away: looking without taking, and leaving the reactor.</summary>
[InMemoryToo]
public class LeavingTests
{
    [Theory, EveryReactor]
    public void What_was_peeked_is_received_again(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var (server, peer) = rig.Accept();
        var seen = new List<byte>();
        server.WhenReadable = () =>
        {
            var buffer = new byte[3];
            seen.AddRange(buffer.AsSpan(0, server.Link.Receive(buffer, out _, peeks: true)));
            server.WhenReadable = null;
        };
        peer.Send("hello"u8);
        rig.Until(() => server.Received.Count == 5);

        Assert.Equal("hel"u8.ToArray(), seen);
        Assert.Equal("hello"u8.ToArray(), server.Received);
        Assert.Equal(-1, server.Link.Receive(new byte[1], out var error, peeks: true));
        Assert.Equal(System.Net.Sockets.SocketError.WouldBlock, error);
        peer.End();
        rig.Until(() => server.Ended);
        Assert.Equal(0, server.Link.Receive(new byte[1], out _, peeks: true));
    }

    [Theory, EveryReactor]
    public void A_link_goes_on_in_another_reactor(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        using var other = Other(rig, kind);
        var (server, peer) = rig.Accept(Interest.None);
        peer.Send("before, "u8);

        MoveTo(other, server);
        peer.Send("after"u8);
        Pump(rig, other, () => server.Received.Count == 13);

        server.Link.Send("answer"u8, out _);
        Pump(rig, other, () => peer.Available == 6);
        peer.End();
        Pump(rig, other, () => server.Ended);
        server.Link.Close();
    }

    [Theory, EveryReactor]
    public void A_link_may_leave_when_it_is_told_that_there_is_something_to_receive(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        using var other = Other(rig, kind);
        var (server, peer) = rig.Accept();
        server.WhenReadable = () =>
        {
            server.WhenReadable = null;
            MoveTo(other, server);
        };
        peer.Send("hello"u8);
        Pump(rig, other, () => server.Received.Count == 5);

        Assert.True(rig.Rests(), "Its former reactor knows nothing of it.");
        server.Link.Close();
    }

    [Theory, EveryReactor]
    public void A_socket_between_two_reactors_can_be_closed(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var (server, peer) = rig.Accept(Interest.None);

        server.Link.Detach().Dispose();

        rig.Until(() => peer.IsReadable);
        Assert.Throws<ObjectDisposedException>(() => server.Link.Detach());
    }

    private static NetReactor Other(Rig rig, ReactorKind kind) => kind switch
    {
        ReactorKind.Memory => new MemoryReactor(((MemoryReactor)rig.Reactor).Network),
        ReactorKind.Epoll when OperatingSystem.IsLinux() => new EpollReactor(),
        _ => new SocketReactor(),
    };

    private static void MoveTo(NetReactor other, LinkRecorder server)
    {
        server.Link = other.Attach(server.Link.Detach());
        server.Link.Owner = server;
        server.Link.Watch(Interest.Read);
    }

    private static void Pump(Rig rig, NetReactor other, Func<bool> condition) => rig.Until(() =>
    {
        other.Wait(0);
        return condition();
    });
}
