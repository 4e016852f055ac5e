using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The ways in which an encrypted connection ends.</summary>
public class TlsEndingTests
{
    [Theory, EveryReactor]
    public void ShutdownSend_ends_one_direction_cleanly(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();

        client.Link.Send("last words"u8, out _);
        client.Link.ShutdownSend();

        rig.Net.Until(() => server.Ended);
        Assert.Equal("last words"u8, server.Received.ToArray());
        Assert.True(TlsRig.Tls(server).EndedCleanly);
        Assert.True(rig.Net.Rests());
        Assert.Equal(0, client.Link.Send("more"u8, out var error));
        Assert.Equal(SocketError.Shutdown, error);

        server.Link.Send("still here"u8, out _);
        rig.Net.Until(() => client.Received.Count == 10);
        server.Link.ShutdownSend();
        rig.Net.Until(() => client.Ended);
        Assert.True(TlsRig.Tls(client).EndedCleanly);
        Assert.Empty(client.Broken);
    }

    [Theory, EveryReactor]
    public void Close_ends_cleanly(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();

        client.Link.Close();

        rig.Net.Until(() => server.Ended);
        Assert.True(TlsRig.Tls(server).EndedCleanly);
        Assert.Equal(-1, client.Link.Receive(new byte[1], out var error));
        Assert.Equal(SocketError.NotConnected, error);
    }

    [Theory, EveryReactor]
    public void Openssl_says_goodbye(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.AcceptOpenSsl(null, "-tls1_2");
        rig.Succeed(server);

        peer.Write("bye\n");
        peer.EndInput();

        rig.Net.Until(() => server.Ended);
        Assert.Equal(4, server.Received.Count);
        Assert.True(TlsRig.Tls(server).EndedCleanly);
    }

    [Theory, EveryReactor]
    public void A_bare_FIN_is_an_end_that_is_not_clean(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.AcceptOpenSsl(null);
        rig.Succeed(server);
        peer.Write("cut off\n");
        rig.Net.Until(() => server.Received.Count == 8);

        peer.Kill();

        rig.Net.Until(() => server.Ended);
        Assert.False(TlsRig.Tls(server).EndedCleanly);
        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void Abort_resets_the_peer(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();

        client.Link.Abort();

        rig.Net.Until(() => server.Error is not null);
        Assert.Equal(SocketError.ConnectionReset, server.Error);
        Assert.False(TlsRig.Tls(server).EndedCleanly);
        Assert.True(client.Link.IsClosed);
    }

    [Theory, EveryReactor]
    public void A_break_is_told_while_Read_is_not_watched(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        Assert.True(rig.Net.Rests());
        server.Link.Watch(Interest.None);
        rig.Net.Reactor.Wait(0);

        client.Link.Abort();

        rig.Net.Until(() => server.Broken.Count > 0);
        Assert.True(rig.Net.Rests());
        Assert.Equal([SocketError.ConnectionReset], server.Broken);
    }

    [Theory, EveryReactor]
    public void A_sender_that_waits_hears_of_the_reset(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        Assert.True(rig.Net.Rests());
        client.Link.Watch(Interest.None);
        var data = new byte[1024 * 1024];
        rig.Net.Until(() => server.Link.Send(data, out _) == 0, wait: 0);
        server.Link.Watch(Interest.Write);
        rig.Net.Reactor.Wait(0);

        client.Link.Abort();

        rig.Net.Until(() => server.Broken.Count > 0);
        Assert.Equal(0, server.Link.Send("x"u8, out var error));
        Assert.Equal(SocketError.ConnectionReset, error);

        // A send of the portable reactor that was under way ends in a thread of the runtime, perhaps after the link has told of the reset.
        rig.Net.Until(() => !server.Link.IsPending);
    }

    [Theory, EveryReactor]
    public void Closing_with_ciphertext_pending_does_not_look_complete(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        client.Link.Watch(Interest.None);
        var data = new byte[1024 * 1024];
        rig.Net.Until(() => server.Link.Send(data, out _) == 0, wait: 0);
        Assert.True(server.Link.IsPending);

        server.Link.Close();
        client.Link.Watch(Interest.Read);

        rig.Net.Until(() => client.Ended || client.Error is not null);
        Assert.Equal(SocketError.ConnectionReset, client.Error);
    }

    [Theory, EveryReactor]
    public void A_record_that_was_tampered_with_ends_the_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, stream, peer) = rig.AcceptDrip();
        using var client = stream;

        byte[] forged = [23, 3, 3, 0, 24, .. new byte[24]];
        peer.Send(forged);

        rig.Net.Until(() => server.Error is not null);
        Assert.Equal(SocketError.ConnectionAborted, server.Error);
        Assert.IsType<IOException>(TlsRig.Tls(server).Failure);
        Assert.True(rig.Net.Rests());
        Assert.Empty(rig.Net.Faults);
    }
}
