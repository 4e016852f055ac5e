using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The PROXY header on real connections. The syntax of headers is tested without sockets.</summary>
public class ProxyTests
{
    private const string Line = "PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\n";

    [Theory, EveryReactor]
    public void The_addresses_are_the_client_s_and_not_a_byte_is_lost(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        var peer = net.Peer(server);

        peer.Send(Encoding.ASCII.GetBytes(Line + "hello"));
        net.Until(() => talker.Text == "hello");

        var gsock = talker.Gsocks[0];
        Assert.Equal(("203.0.113.7:56789", "192.0.2.1:443"), ($"{gsock.Peername}", $"{gsock.Sockname}"));
        Assert.Equal(peer.LocalEndPoint, gsock.ProxyPeername);
        gsock.Send(new EvSendData("answer"u8));
        Assert.Equal("answer", ConnectingTests.Read(peer, 6));
    }

    [Theory, EveryReactor]
    public void A_header_in_portions_is_waited_for_without_a_gsock(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        var peer = net.Peer(server);
        peer.NoDelay = true;
        foreach (var one in Line)
        {
            Assert.Empty(talker.Gsocks);
            peer.Send([(byte)one]);
            net.App.RunOnce(TimeSpan.FromMilliseconds(2));
        }

        net.Until(() => talker.Gsocks.Count == 1);
        Assert.Equal("203.0.113.7:56789", $"{talker.Gsocks[0].Peername}");
        Assert.Equal((1, 0), (server.NGsocks, server.Refusals));
    }

    [Theory, EveryReactor]
    public void A_proxy_that_speaks_for_itself_keeps_its_addresses(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        var peer = net.Peer(server);
        peer.Send([0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A, 0x20, 0, 0, 3, 1, 2, 3, .. "up?"u8]);
        net.Until(() => talker.Text == "up?");

        Assert.Equal(peer.LocalEndPoint, talker.Gsocks[0].Peername);
        Assert.Null(talker.Gsocks[0].ProxyPeername);
    }

    [Theory, EveryReactor]
    public void Whoever_does_not_begin_with_it_is_closed_silently(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        string[] bad = ["GET / HTTP/1.1\r\n\r\n", "PROXY TCP4 1.2.3\r\n", "P", ""];
        for (var i = 0; i < bad.Length; i++)
        {
            var peer = net.Peer(server);
            peer.Send(Encoding.ASCII.GetBytes(bad[i]));
            peer.Shutdown(SocketShutdown.Send);
            net.Until(() => server.RefusalsFor(RefusalReason.BadPreface) == i + 1);
            Assert.True(Watcher.IsRefused(peer));
        }

        Assert.Empty(talker.Events);
        Assert.Single(net.Log, static line => line.Contains("BadPreface", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_header_from_anybody_else_is_not_believed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net, static server => server.ProxyFrom = AddressRanges.Parse("127.0.0.2"));
        var peer = net.Peer(server);
        peer.Send(Encoding.ASCII.GetBytes(Line));

        net.Until(() => server.RefusalsFor(RefusalReason.NotProxy) == 1);
        Assert.Empty(talker.Events);
    }

    [Theory, EveryReactor]
    public void The_allow_list_and_the_share_are_those_of_the_client(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net, static server =>
            (server.Origins, server.MaxConnectionsPerAddress) = (AddressRanges.Parse("203.0.113.7, 203.0.113.8"), 1));
        foreach (var client in new[] { "203.0.113.7", "203.0.113.8", "203.0.113.7", "203.0.113.9" })
        {
            net.Peer(server).Send(Encoding.ASCII.GetBytes(Line.Replace("203.0.113.7", client, StringComparison.Ordinal)));
        }

        net.Until(() => talker.Gsocks.Count == 2 && server.Refusals == 2);

        Assert.Equal((1, 1), (server.RefusalsFor(RefusalReason.NotAllowed), server.RefusalsFor(RefusalReason.FullForAddress)));
    }

    [Theory, EveryReactor]
    public void Whoever_takes_too_long_is_closed(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = Listen(net, static server => server.ProxyTimeout = TimeSpan.FromSeconds(3));
        var early = net.Peer(server);
        early.Send("PROXY "u8);
        net.Until(() => server.Prefaces == 1);
        time.Pass(2_000, net.App);
        net.Peer(server).Send("PROXY "u8);
        net.Until(() => server.Prefaces == 2);

        time.Pass(1_000, net.App);
        net.Until(() => server.RefusalsFor(RefusalReason.PrefaceTimedOut) == 1);
        Assert.True(Watcher.IsRefused(early));
        time.Pass(1_999, net.App);
        net.Settle();
        Assert.Equal(1, server.Refusals);
        time.Pass(1, net.App);
        net.Until(() => server.RefusalsFor(RefusalReason.PrefaceTimedOut) == 2);
        Assert.Empty(talker.Events);
    }

    [Theory, EveryReactor]
    public void Unfinished_headers_count_as_connections_and_end_with_the_server(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net, static server => server.MaxConnections = 1);
        var slow = net.Peer(server);
        net.Settle();
        net.Peer(server).Send(Encoding.ASCII.GetBytes(Line));
        net.Settle();
        Assert.Empty(talker.Gsocks);

        slow.Close();
        net.Until(() => talker.Gsocks.Count == 1);
        talker.Gsocks[0].Destroy();
        var late = net.Peer(server);
        net.Until(() => server.NGsocks == 0);
        net.Settle();
        server.Destroy();
        Assert.True(Watcher.IsRefused(late));
    }

    [Theory, EveryReactor]
    public void A_client_that_leaves_in_the_middle_leaves_nothing(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        var peer = net.Peer(server);
        peer.Send("PROXY TC"u8);
        net.Settle();
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();

        net.Until(() => server.Refusals == 1);
        Assert.Empty(talker.Events);
    }

    private static (Talker Talker, GServerSock Server) Listen(Net net, Action<GServerSock>? configure = null) => net.Listen(server =>
    {
        server.ProxyFrom = AddressRanges.Parse("127.0.0.1");
        configure?.Invoke(server);
    });
}
