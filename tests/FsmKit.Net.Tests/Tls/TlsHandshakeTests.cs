using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Handshakes that do not go as they should: each ends in one failure, and none of them hangs.</summary>
[InMemoryToo]
public class TlsHandshakeTests
{
    [Theory, EveryReactor]
    public void Plain_HTTP_is_refused(ReactorKind kind) => Refuse(kind, "GET / HTTP/1.1\r\nHost: www.example.org\r\n\r\n"u8);

    [Theory, EveryReactor]
    public void One_byte_of_garbage_is_enough(ReactorKind kind) => Refuse(kind, "\0"u8);

    [Theory, EveryReactor]
    public void A_record_that_is_no_handshake_is_refused(ReactorKind kind) => Refuse(kind, [23, 3, 3, 0, 1, 0]);

    [Theory, EveryReactor]
    public void A_record_that_is_too_long_is_refused(ReactorKind kind) => Refuse(kind, [22, 3, 1, 0xff, 0xff]);

    [Theory, EveryReactor]
    public void A_handshake_that_is_garbage_is_refused(ReactorKind kind) => Refuse(kind, [22, 3, 1, 0, 4, 1, 0, 0, 0]);

    [Theory, EveryReactor]
    public void A_peer_that_leaves_in_the_middle_of_a_record_is_a_failure(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.Accept();
        peer.Send([22, 3, 1, 0, 200, 1]);
        Assert.True(rig.Net.Rests());
        Assert.Null(server.ConnectFailed);

        peer.End();

        Assert.IsType<IOException>(rig.Fail(server));
        Assert.Equal(SocketError.ConnectionAborted, server.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void A_peer_that_resets_is_a_failure_with_its_error(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.Accept();

        peer.Reset();

        rig.Fail(server);
        Assert.Equal(SocketError.ConnectionReset, server.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void A_silent_peer_costs_nothing_but_its_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, _) = rig.Accept();

        Assert.True(rig.Net.Rests());

        Assert.Null(TlsCostTests.Field(server.Link, "_ssl"));
        server.Link.Close();
        Assert.True(rig.Net.Rests());
        Assert.Null(server.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void It_can_be_closed_at_any_step(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        for (var step = 0; step < 12; step++)
        {
            var (server, client) = rig.Start();
            for (var i = 0; i < step; i++)
            {
                rig.Net.Reactor.Wait(0);
            }

            client.Link.Close();
            server.Link.Close();
            rig.Net.Reactor.Wait(0);
            Assert.True(client.Link.IsClosed && server.Link.IsClosed);
        }

        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void Nothing_is_told_inside_the_factory(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);

        var (server, client) = rig.Start();

        Assert.Equal(0, server.Connected + client.Connected);
    }

    [Theory, EveryReactor]
    public void A_client_whose_server_is_gone_is_told_later(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (plain, peer) = rig.Net.Accept(Interest.None);
        peer.Reset();
        var client = new LinkRecorder();

        client.Link = TlsLink.Client(rig.Net.Reactor, plain.Link, rig.ClientOptions, "127.0.0.1", client);

        Assert.Null(client.ConnectFailed);
        rig.Fail(client);
        Assert.Equal(SocketError.ConnectionReset, client.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void Options_that_cannot_be_used_fail_the_handshake(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);

        var (server, client) = rig.Start(new TlsOptions(), new TlsOptions { CaFile = "/no/such.pem" });

        Assert.Contains("/no/such.pem", rig.Fail(client).Message, StringComparison.Ordinal);
        client.Link.Close();
        rig.Fail(server);

        (server, _) = rig.Start(new TlsOptions());
        Assert.IsType<AuthenticationException>(rig.Fail(server));
        Assert.Empty(rig.Net.Faults);
    }

    [Theory, EveryReactor]
    public void A_validation_that_throws_fails_the_handshake(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions { Validation = static (_, _, _, _) => throw new InvalidTimeZoneException() };

        var (_, client) = rig.Start(client: options);

        Assert.IsType<InvalidTimeZoneException>(rig.Fail(client).InnerException);
        Assert.Empty(rig.Net.Faults);
    }

    [Theory, EveryReactor]
    public void A_validation_may_close_the_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        LinkRecorder client = null!;
        var options = new TlsOptions
        {
            Validation = (_, _, _, _) =>
            {
                client.Link.Close();
                return client.Link.IsClosed;
            },
        };

        (var server, client) = rig.Start(client: options);

        rig.Net.Until(() => client.Link.IsClosed && (server.Ended || server.ConnectFailed is not null || server.Connected == 1));
        Assert.True(rig.Net.Rests());
        Assert.Equal(0, client.Connected);
        Assert.Null(client.ConnectFailed);
    }

    [Theory, EveryReactor]
    public void It_stays_on_the_thread_whatever_context_that_has(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var thread = Environment.CurrentManagedThreadId;
        var asked = 0;
        var options = new TlsOptions { Validation = (_, _, _, _) => (asked = Environment.CurrentManagedThreadId) > 0 };
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Elsewhere());
        try
        {
            rig.Connect(client: options);

            Assert.IsType<Elsewhere>(SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.Equal(thread, asked);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void A_handshake_that_comes_byte_by_byte_succeeds(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, stream, _) = rig.AcceptDrip();
        using var client = stream;

        var writing = Task.Run(() => client.Write("hello"u8), TestContext.Current.CancellationToken);

        rig.Net.Until(() => server.Received.Count == 5 && writing.IsCompletedSuccessfully);
        Assert.Equal("hello", Encoding.ASCII.GetString(server.Received.ToArray()));
    }

    private static void Refuse(ReactorKind kind, ReadOnlySpan<byte> garbage)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.Accept();

        peer.Send(garbage);

        Assert.IsType<AuthenticationException>(rig.Fail(server));
        Assert.Equal(SocketError.ConnectionAborted, server.ConnectFailed);
        Assert.Empty(rig.Net.Faults);
        rig.Net.Until(() => peer.IsReadable);
    }

    /// <summary>Context for continuations that ask for the context.</summary>
    private sealed class Elsewhere : SynchronizationContext;
}
