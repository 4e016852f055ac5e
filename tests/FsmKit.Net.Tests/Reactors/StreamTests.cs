using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

[InMemoryToo]
public class StreamTests
{
    [Theory, EveryReactor]
    public void Bytes_come_back_from_an_echo(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        server.WhenReadable = () =>
        {
            server.Receive();
            server.Link.Send(server.Received.ToArray(), out _);
            server.Received.Clear();
        };

        for (var i = 0; i < 20; i++)
        {
            peer.Send("0123456789"u8);
            Assert.Equal("0123456789"u8.ToArray(), rig.Receive(peer, 10));
        }
    }

    [Theory, EveryReactor]
    public void Nothing_to_receive_would_block(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, _) = rig.Accept();

        Assert.Equal(-1, server.Link.Receive(new byte[10], out var error));
        Assert.Equal(SocketError.WouldBlock, error);
    }

    [Theory, EveryReactor]
    public void What_was_not_received_is_told_again(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        server.WhenReadable = () => { };

        peer.Send("x"u8);

        rig.Until(() => server.Readable >= 3);
        server.WhenReadable = null;
        rig.Until(() => server.Received.Count == 1);
    }

    [Theory, EveryReactor]
    public void Unwatched_bytes_wait_until_they_are_watched(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        server.Link.Watch(Interest.None);
        peer.Send("x"u8);

        rig.Reactor.Wait(30);
        rig.Reactor.Wait(0);
        Assert.Equal(0, server.Readable);

        server.Link.Watch(Interest.Read);
        rig.Until(() => server.Received.Count == 1);
    }

    [Theory, EveryReactor]
    public void Write_is_told_as_long_as_it_is_watched(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, _) = rig.Accept();
        server.Link.Watch(Interest.Read | Interest.Write);
        rig.Until(() => server.Writable >= 3);

        server.Link.Watch(Interest.Read);
        rig.Reactor.Wait(0);
        var before = server.Writable;
        Assert.True(rig.Rests());
        Assert.Equal(before, server.Writable);
    }

    [Theory, EveryReactor]
    public void The_end_of_the_stream_comes_after_the_data(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();

        peer.Send("last words"u8);
        peer.Dispose();

        rig.Until(() => server.Ended);
        Assert.Equal("last words"u8.ToArray(), server.Received);
        Assert.Null(server.Error);
    }

    [Theory, EveryReactor]
    public void A_half_closed_link_still_receives(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();

        server.Link.Send("question"u8, out _);
        server.Link.ShutdownSend();
        Assert.Equal("question"u8.ToArray(), rig.Receive(peer, 8));
        Assert.Equal(SocketError.Success, rig.End(peer));

        peer.Send("answer"u8);
        peer.End();
        rig.Until(() => server.Ended);
        Assert.Equal("answer"u8.ToArray(), server.Received);

        Assert.Equal(0, server.Link.Send("more"u8, out var error));
        Assert.Equal(SocketError.Shutdown, error);
    }

    [Theory, EveryReactor]
    public void An_end_of_both_directions_is_not_a_break(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        peer.End();
        rig.Until(() => server.Ended);

        server.Link.ShutdownSend();

        rig.Reactor.Wait(0);
        Assert.True(rig.Rests());
        Assert.Empty(server.Broken);
        Assert.Equal(SocketError.Success, rig.End(peer));
    }

    [Theory, EveryReactor]
    public void Close_sends_what_was_sent_and_ends_the_stream(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        rig.Reactor.Wait(0);

        server.Link.Send("bye"u8, out _);
        server.Link.Close();
        server.Link.Close();

        Assert.Equal("bye"u8.ToArray(), rig.Receive(peer, 3));
        Assert.Equal(SocketError.Success, rig.End(peer));
    }

    [Theory, EveryReactor]
    public void A_closed_link_answers_that_it_is_not_connected(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, _) = rig.Accept();
        server.Link.Close();

        Assert.Equal(-1, server.Link.Receive(new byte[1], out var receiveError));
        Assert.Equal(0, server.Link.Send("x"u8, out var sendError));
        server.Link.Watch(Interest.Read);
        server.Link.ShutdownSend();
        server.Link.Abort();

        Assert.Equal(SocketError.NotConnected, receiveError);
        Assert.Equal(SocketError.NotConnected, sendError);
        Assert.Null(server.Link.RemoteEndPoint);
    }
}
