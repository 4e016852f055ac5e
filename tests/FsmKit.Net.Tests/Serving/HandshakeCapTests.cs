using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Unfinished connections: their largest number, and those that are dropped to make room.</summary>
public sealed class HandshakeCapTests : IDisposable
{
    private readonly TestPki _pki = new();
    private readonly TlsCertificate _certificate;

    public HandshakeCapTests() => _certificate = _pki.Issue("www.example.org");

    public void Dispose() => _pki.Dispose();

    [Theory, EveryReactor]
    public void Headers_beyond_the_limit_wait_in_the_backlog_until_one_is_complete_or_stalls(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen(static server =>
        {
            (server.ProxyFrom, server.ProxyTimeout) = (AddressRanges.Parse("127.0.0.1"), TimeSpan.FromHours(1));
            (server.MaxHandshakes, server.HandshakePatience) = (2, TimeSpan.FromSeconds(3));
        });
        var peers = Enumerable.Range(0, 4).Select(_ => net.Peer(server)).ToArray();
        peers[2].Send("PROXY UNKNOWN\r\n"u8);
        peers[3].Send("PROXY UNKNOWN\r\n"u8);
        net.Until(() => net.Log.Any(static line => line.Contains("2 unfinished connections", StringComparison.Ordinal)));
        Pass(2999);
        Assert.Equal((0, 0), (server.Refusals, talker.Gsocks.Count));

        peers[1].Send("PROXY UNKNOWN\r\n"u8);
        net.Until(() => talker.Gsocks.Count == 3);
        Assert.Equal(0, server.Refusals);

        // Room came by itself: a slow client may stay as long as its place is not needed.
        Pass(60_000);
        Assert.Equal(0, server.Refusals);

        // The next silent one takes the last place, and the place is wanted.
        net.Peer(server);
        net.Until(() => server.HandshakeCount == 2);
        Pass(100);
        net.Until(() => server.RefusalsFor(RefusalReason.CrowdedOut) == 1);
        Assert.True(Watcher.IsRefused(peers[0]));
        Pass(60_000);
        Assert.Equal(1, server.Refusals);

        void Pass(int milliseconds)
        {
            net.Settle();
            time.Advance(milliseconds, net.App);
            net.Settle();
        }
    }

    [Theory, EveryReactor]
    public void Silent_handshakes_make_room_and_one_that_makes_progress_does_not(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        using var elsewhere = new Net(kind, time: time);
        var (talker, server) = net.Listen(server =>
        {
            server.SslOptions = new TlsOptions { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile, HandshakeTimeout = TimeSpan.Zero };
            (server.MaxHandshakes, server.HandshakePatience) = (2, TimeSpan.FromSeconds(3));
        });

        // The first one is slow, the second one sends a byte now and then, and the third one waits in the backlog.
        var (slow, slowGsock) = Client(elsewhere);
        slowGsock.Send(new EvConnect());
        elsewhere.App.RunOnce();
        net.Until(() => server.HandshakeCount == 1);
        var silent = net.Peer(server);
        net.Until(() => server.HandshakeCount == 2);
        var (honest, honestGsock) = Client(net);
        honestGsock.Send(new EvConnect());
        Pass(2500);
        silent.Send([22]);
        for (var tries = 0; talker.Children.OfType<GSock>().First().HandshakeSteps == 0; tries++)
        {
            Assert.True(tries < 1000);
            elsewhere.App.RunOnce(TimeSpan.FromMilliseconds(1));
            net.Settle();
        }

        // Progress of one of them: the other one has three times the patience.
        Pass(100);
        Pass(400);
        Pass(2500);
        Assert.Equal((0, 2, 0), (server.Refusals, server.HandshakeCount, talker.Gsocks.Count));
        silent.Send([3]);
        net.Until(() => !talker.Children.OfType<GSock>().ElementAt(1).HasUnreadHandshake);
        Pass(200);
        net.Until(() => honest.Events.Count > 0);
        Assert.Equal((1, "connected"), (server.RefusalsFor(RefusalReason.CrowdedOut), honest.Events[0]));
        Assert.True(Watcher.IsRefused(silent));

        net.Until(() =>
        {
            elsewhere.App.RunOnce();
            return slow.Events.Count > 0;
        });
        Assert.Equal("connected", slow.Events[0]);
        Assert.Equal(1, server.Refusals);

        void Pass(int milliseconds)
        {
            net.Settle();
            time.Advance(milliseconds, net.App);
            net.Settle();
        }

        (Talker Talker, GSock Gsock) Client(Net where) => where.Client(server.Port, static client =>
            client.SslOptions = new TlsOptions { DangerousAcceptAnyCertificate = true, HandshakeTimeout = TimeSpan.Zero });
    }

    [Fact]
    public void Three_hundred_clients_at_once_are_served_sixteen_at_a_time()
    {
        const int Clients = 300;
        using var net = new MemoryNet(MemoryNet.Delay(20));
        var most = 0;
        var (talker, server) = net.Listen(server =>
        {
            server.SslOptions = new TlsOptions { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile };
            (server.MaxHandshakes, server.Backlog) = (16, Clients);
        });
        var options = new TlsOptions { DangerousAcceptAnyCertificate = true };
        var clients = new List<GSock>();
        for (var i = 0; i < Clients; i++)
        {
            var (_, gsock) = net.Client(server.Port, client => (client.SslOptions, client.ConnectTimeout) = (options, TimeSpan.FromHours(1)));
            gsock.Send(new EvConnect());
            clients.Add(gsock);
        }

        net.Until(() =>
        {
            most = Math.Max(most, server.HandshakeCount);
            return talker.Gsocks.Count == Clients;
        });

        Assert.Equal((16, 0), (most, server.Refusals));
        net.Until(() => clients.TrueForAll(static gsock => gsock.IsConnected));
    }

    [Fact]
    public void Silent_peers_by_the_hundred_do_not_keep_an_honest_one_out()
    {
        using var net = new MemoryNet();
        var (talker, server) = net.Listen(server =>
        {
            server.SslOptions = new TlsOptions { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile };
            (server.MaxHandshakes, server.HandshakePatience) = (64, TimeSpan.FromSeconds(3));
        });
        for (var i = 0; i < 200; i++)
        {
            net.Peer(server);
        }

        var (here, gsock) = net.Client(server.Port, static client =>
        {
            client.SslOptions = new TlsOptions { DangerousAcceptAnyCertificate = true, HandshakeTimeout = TimeSpan.Zero };
        });
        gsock.Send(new EvConnect());
        var begin = net.Time.GetTimestamp();
        net.Until(() => talker.Gsocks.Count == 1);

        Assert.Equal("connected", here.Events[0]);
        Assert.InRange(net.Time.GetElapsedTime(begin), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        Assert.Equal(server.Refusals, server.RefusalsFor(RefusalReason.CrowdedOut));
    }
}
