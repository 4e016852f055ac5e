using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a session begins and ends with its connection in all cases.</summary>
public class SessionTests
{
    [Fact]
    public void A_session_is_a_child_of_the_servers_parent_and_has_its_connection_inside()
    {
        using var net = new FrameNet(null, static session => session.OnConnected = static session => session.Say("hello"));
        using var peer = net.Connect();
        using var second = net.Connect();
        net.Say(peer, "x");

        Assert.Equal(["connected", "connected", "raw x"], net.Heard);
        Assert.Equal("hello", FrameNet.Read(peer));
        Assert.Equal("hello", FrameNet.Read(second));
        var sessions = net.Owner.Children.OfType<FrameTalker>().ToList();
        Assert.Equal(["server.session_1", "server.session_2"], sessions.Select(static one => one.Name));
        Assert.All(sessions, static one => Assert.Same(one.Gsock, Assert.Single(one.Children)));
        Assert.Equal(2, net.Server.NGsocks);
    }

    [Theory]
    [InlineData("peer")]
    [InlineData("reset")]
    [InlineData("close")]
    [InlineData("session")]
    [InlineData("gsock")]
    [InlineData("idle")]
    [InlineData("inside")]
    public void Whatever_ends_first_ends_the_other(string what)
    {
        using var net = new FrameNet(null, configureServer: static server => server.IdleTimeout = TimeSpan.FromSeconds(1));
        using var stays = net.Connect();
        using var peer = net.Connect();
        var session = net.Owner.Children.OfType<FrameTalker>().Last();
        switch (what)
        {
            case "peer":
                peer.End();
                break;
            case "reset":
                peer.Reset();
                break;
            case "close":
                session.Gsock.Send(new EvClose());
                net.Net.Settle();
                peer.End();
                break;
            case "session":
                session.Destroy();
                break;
            case "gsock":
                session.Gsock.Destroy();
                break;
            case "inside":
                session.Send(new EvPoke(static session => session.Gsock.Destroy()));
                break;
            default:
                for (var i = 0; i < 11; i++)
                {
                    net.Say(stays, "x");
                    net.Net.Pass(100);
                }

                break;
        }

        net.Net.Settle();
        Assert.True(session.IsDestroyed);
        Assert.True(session.Gsock.IsDestroyed);
        Assert.True(peer.IsEnded || what == "reset");
        Assert.Equal(1, net.Server.NGsocks);
        Assert.False(net.Session.IsDestroyed);
    }

    [Theory]
    [InlineData("raw x", "data")]
    [InlineData("x", "frame")]
    [InlineData("x", "held frame")]
    [InlineData("fault TooLong", "fault")]
    [InlineData("connected", "connected")]
    public void A_session_that_throws_takes_only_its_own_connection_down(string last, string where)
    {
        Action<FrameTalker> fail = static session =>
        {
            session.Say("half an ans");
            throw new InvalidOperationException("as told");
        };
        using var net = new FrameNet(where == "data" ? null : Framing.Lines(20));
        using var stays = net.Connect();
        var first = net.Session;
        net.Server.Serve<FrameTalker>(session =>
        {
            session.Heard = net.Heard;
            session.OnConnected = where == "connected" ? fail : null;
            session.OnData = session.OnFault = fail;
            session.OnFrame = where == "frame" ? (one, _) => fail(one) : static (one, _) => one.Gsock.Send(new EvPauseReceiving());
        });
        net.Heard.Clear();
        using var peer = net.Connect();
        if (where == "held frame")
        {
            net.Say(peer, "hold\nx\nmore\n");
            var session = net.Owner.Children.OfType<FrameTalker>().Last();
            session.OnFrame = (one, _) => fail(one);
            session.Gsock.Send(new EvResumeReceiving());
        }
        else if (where != "connected")
        {
            net.Say(peer, where switch { "data" => "x", "frame" => "x\nmore\n", _ => new string('x', 30) });
        }

        net.Net.Settle();
        Assert.Equal([last, "disconnected Faulted", "gone"], net.Heard.TakeLast(3));
        Assert.Equal(System.Net.Sockets.SocketError.ConnectionReset, peer.Error);
        Assert.Single(net.Net.Log, static line => line.Contains("A fault in", StringComparison.Ordinal));
        net.Net.Log.Clear();
        Assert.Same(first, net.Session);
        net.Say(stays, "still\n");
        Assert.Equal(where == "data" ? "raw still\n" : "still", net.Heard[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_that_cannot_start_costs_its_connection(bool inConfigure)
    {
        var fails = true;
        using var net = new FrameNet(null, session =>
        {
            session.OnStart = _ => fails = fails && !inConfigure ? throw new InvalidOperationException("as told") : fails;
            fails = fails && inConfigure ? throw new InvalidOperationException("as told") : fails;
        });
        using var peer = net.Connect();
        Assert.Equal(1, net.Server.RefusalsFor(RefusalReason.NotCreated));
        Assert.Equal(System.Net.Sockets.SocketError.ConnectionReset, peer.Error);
        Assert.Single(net.Owner.Children);
        fails = false;
        using var second = net.Connect();
        Assert.Equal("connected", net.Heard[^1]);
    }

    [Fact]
    public void Over_TLS_a_session_is_connected_after_the_handshake_and_gone_after_a_failed_one()
    {
        using var pki = new TestPki();
        var certificate = pki.Issue("www.example.org");
        using var net = new FrameNet(
            Framing.Lines(), static session => session.OnFrame = static (session, frame) => session.Say($"{frame}!\n"),
            server => server.SslOptions = new TlsOptions { CertFile = certificate.CertFile, KeyFile = certificate.KeyFile });
        using (var plain = net.Connect())
        {
            Assert.Equal([], net.Heard);
            net.Say(plain, "GET / HTTP/1.1\r\n\r\n");
        }

        net.Net.Settle();
        Assert.Equal(["gone"], net.Heard);
        Assert.Equal(0, net.Server.NGsocks);

        var (talker, gsock) = net.Net.Client(
            net.Server.Port, client => client.SslOptions = new TlsOptions { CaFile = pki.CaFile, TargetHost = "www.example.org" });
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("one\ntwo\n"u8));
        net.Net.Until(() => talker.Text == "one!\ntwo!\n");
        gsock.Send(new EvClose());
        net.Net.Until(() => net.Server.NGsocks == 0);
        Assert.Equal(["gone", "connected", "one", "two", "disconnected PeerClosed", "gone"], net.Heard);
    }

    [Fact]
    public void Sessions_outlive_the_server_and_work_for_handed_over_connections()
    {
        using var net = new FrameNet(Framing.Lines());
        var front = net.Owner.Create<GServerSock>("front", front => (front.Host, front.Workers) = ("127.0.0.1", [net.Server]));
        using var peer = net.Net.Network.Connect(front.Sockname!);
        net.Net.Settle();
        Assert.Equal((0, 1), (front.NGsocks, net.Server.NGsocks));
        net.Server.Destroy();
        net.Say(peer, "still\n");
        peer.End();
        net.Net.Settle();

        Assert.Equal(["connected", "still", "disconnected PeerClosed", "gone"], net.Heard);
    }

    [Fact]
    public void A_setting_that_names_another_subscriber_does_not_take_the_events_from_the_session()
    {
        using var net = new MemoryNet(settings: [new("GSock.subscriber", "spy")]);
        var spy = net.App.Create<Talker>("spy", naming: Naming.Unique);
        var heard = new List<string>();
        var server = net.App.Create<GServerSock>("server", server =>
        {
            server.Host = "127.0.0.1";
            server.Serve<FrameTalker>(session => session.Heard = heard);
        });
        using var peer = net.Peer(server);
        peer.Send("x"u8);
        net.Settle();

        Assert.Equal(["connected", "raw x"], heard);
        Assert.Equal("x", spy.Text);
    }
}
