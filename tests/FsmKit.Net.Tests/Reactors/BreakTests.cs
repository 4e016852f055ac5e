using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

[InMemoryToo]
public class BreakTests
{
    [Theory, EveryReactor]
    public void A_reset_by_the_peer_is_an_error_of_Receive(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        rig.Reactor.Wait(0);

        peer.Reset();

        rig.Until(() => server.Error is not null);
        Assert.Equal(SocketError.ConnectionReset, server.Error);
        Assert.False(server.Ended);
        Assert.True(rig.Rests());
        Assert.Empty(server.Broken);
    }

    [Theory, EveryReactor]
    public void Abort_resets_the_peer(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        rig.Reactor.Wait(0);

        server.Link.Abort();

        Assert.Equal(SocketError.ConnectionReset, rig.End(peer));
        Assert.True(server.Link.IsClosed);
    }

    [Theory, EveryReactor]
    public void A_break_is_told_once_while_Read_is_not_watched(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        server.Link.Watch(Interest.None);
        rig.Reactor.Wait(0);

        peer.Reset();

        rig.Until(() => server.Broken.Count > 0);
        Assert.True(rig.Rests());
        Assert.Equal([SocketError.ConnectionReset], server.Broken);
        Assert.Equal(0, server.Readable);
    }

    [Theory, EveryReactor]
    public void After_a_break_Receive_still_tells_it(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        server.Link.Watch(Interest.None);
        rig.Reactor.Wait(0);
        peer.Reset();
        rig.Until(() => server.Broken.Count > 0);

        server.Link.Watch(Interest.Read);

        rig.Until(() => server.Error is not null);
        Assert.Equal(SocketError.ConnectionReset, server.Error);
        Assert.True(rig.Rests());
        Assert.Single(server.Broken);
    }

    [Theory, EveryReactor]
    public void Sending_into_a_reset_connection_is_an_error_and_no_signal(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        peer.Reset();
        rig.Until(() => server.Error is not null);

        Assert.Equal(0, server.Link.Send("x"u8, out var error));

        Assert.Equal(SocketError.ConnectionReset, error);
    }

    [Theory, EveryReactor]
    public void A_sender_that_waits_hears_of_the_reset(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        var data = new byte[1024 * 1024];
        while (server.Link.Send(data, out _) > 0)
        {
        }

        server.Link.Watch(Interest.Write);
        rig.Reactor.Wait(0);

        peer.Reset();

        rig.Until(() => server.Broken.Count > 0);
        Assert.Equal(SocketError.ConnectionReset, server.Broken[0]);
    }

    [Theory, EveryReactor]
    public void Of_a_link_that_was_never_watched_nothing_is_told(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listener = new ListenRecorder();
        using var peer = rig.Peer(rig.Listen(listener).LocalEndPoint!);
        rig.Until(() => listener.Accepted.Count == 1);
        var server = listener.Accepted[0];

        peer.Reset();

        rig.Reactor.Wait(30);
        rig.Reactor.Wait(0);
        Assert.Empty(server.Broken);
        Assert.Equal(0, server.Readable);
        server.Link.Watch(Interest.Write);
        rig.Until(() => server.Broken.Count == 1);
    }
}
