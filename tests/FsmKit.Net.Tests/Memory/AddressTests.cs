using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Addresses of listeners and peers in memory, and the end of connections that are never accepted.</summary>
public class AddressTests
{
    private readonly MemoryNetwork _network = new();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("127.0.0.1", "0.0.0.0", true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.1", "::1", false)]
    [InlineData("0.0.0.0", "192.0.2.7", true)]
    [InlineData("0.0.0.0", "::1", false)]
    [InlineData("::1", "::", true)]
    [InlineData("::1", "127.0.0.1", false)]
    [InlineData("::", "2001:db8::7", true)]
    [InlineData("::", "192.0.2.7", true)]
    public void An_address_reaches_the_listener_that_it_belongs_to(string local, string remote, bool isReached)
    {
        using var listener = _network.Listen(new IPEndPoint(IPAddress.Parse(local), 80));

        var peer = Record(() => _network.Connect(new IPEndPoint(IPAddress.Parse(remote), 80)));

        Assert.Equal(isReached ? SocketError.Success : SocketError.ConnectionRefused, peer);
        Assert.Equal(isReached, listener.Accept() is not null);
    }

    [Fact]
    public void The_narrowest_listener_gets_the_connection()
    {
        using var any = _network.Listen(new IPEndPoint(IPAddress.IPv6Any, 80));
        using var exact = _network.Listen(new IPEndPoint(IPAddress.IPv6Loopback, 81));

        _network.Connect(new IPEndPoint(IPAddress.IPv6Loopback, 81));

        Assert.Null(any.Accept());
        Assert.NotNull(exact.Accept());
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "127.0.0.2", true)]
    [InlineData("127.0.0.1", "0.0.0.0", false)]
    [InlineData("0.0.0.0", "127.0.0.1", false)]
    [InlineData("::", "0.0.0.0", false)]
    [InlineData("::1", "0.0.0.0", true)]
    public void Listeners_that_would_compete_are_in_each_others_way(string first, string second, bool isFree)
    {
        using var taken = _network.Listen(new IPEndPoint(IPAddress.Parse(first), 80));

        var outcome = Record(() => _network.Listen(new IPEndPoint(IPAddress.Parse(second), 80)));

        Assert.Equal(isFree ? SocketError.Success : SocketError.AddressAlreadyInUse, outcome);
    }

    [Fact]
    public void A_listener_for_both_families_sees_IPv4_mapped()
    {
        using var listener = _network.Listen(new IPEndPoint(IPAddress.IPv6Any, 80));

        using var peer = _network.Connect(new IPEndPoint(IPAddress.Parse("192.0.2.7"), 80));
        using var accepted = listener.Accept()!;

        Assert.Equal(new IPEndPoint(IPAddress.Parse("::ffff:192.0.2.7"), 80), accepted.LocalEndPoint);
        Assert.Equal(((IPEndPoint)peer.LocalEndPoint!).Port, ((IPEndPoint)accepted.RemoteEndPoint!).Port);
    }

    [Fact]
    public void A_peer_may_come_from_anywhere()
    {
        using var listener = _network.Listen();
        var from = new IPEndPoint(IPAddress.Parse("198.51.100.1"), 4711);

        using var peer = _network.Connect(listener.LocalEndPoint, from);

        Assert.Equal(from, listener.Accept()!.RemoteEndPoint);
    }

    [Fact]
    public void Listeners_that_share_an_address_take_turns()
    {
        using var net = new MemoryNet();
        ListenRecorder[] listeners = [new(), new(), new()];
        Assert.All(listeners, listener =>
        {
            listener.Link = net.Reactor.Listen(MemoryNet.Loopback(80), 8, reusePort: true, listener);
            listener.Link.Watch(true);
        });

        for (var i = 0; i < 6; i++)
        {
            net.Network.Connect(MemoryNet.Loopback(80));
        }

        net.Settle();
        Assert.Equal([2, 2, 2], listeners.Select(static listener => listener.Accepted.Count));
    }

    [Fact]
    public void Closing_a_listener_ends_who_was_not_accepted()
    {
        var listener = _network.Listen();
        using var peer = _network.Connect(listener.LocalEndPoint);

        listener.Dispose();
        listener.Dispose();

        Assert.Equal((true, SocketError.Success), (peer.IsEnded, peer.Error));
        Assert.Equal(0, _network.Listeners);
    }

    [Fact]
    public void A_connect_waits_while_the_backlog_is_full()
    {
        using var net = new MemoryNet();
        using var listener = net.Network.Listen(backlog: 1);
        using var first = net.Network.Connect(listener.LocalEndPoint);
        Assert.Equal(SocketError.TimedOut, Record(() => net.Network.Connect(listener.LocalEndPoint)));
        var client = new LinkRecorder();
        client.Link = net.Reactor.Connect(listener.LocalEndPoint, client);
        net.Settle();
        Assert.Equal(0, client.Connected);

        Assert.NotNull(listener.Accept());
        net.Settle();

        Assert.Equal(1, client.Connected);
        Assert.NotNull(listener.Accept());
    }

    [Fact]
    public void A_connect_that_waits_is_refused_when_the_listener_closes_and_forgotten_when_it_is_given_up()
    {
        using var net = new MemoryNet();
        var listener = net.Network.Listen(backlog: 1);
        using var first = net.Network.Connect(listener.LocalEndPoint);
        LinkRecorder[] clients = [new(), new()];
        Assert.All(clients, client => client.Link = net.Reactor.Connect(listener.LocalEndPoint, client));

        clients[0].Link.Close();
        listener.Dispose();
        net.Settle();

        Assert.Null(clients[0].ConnectFailed);
        Assert.Equal(SocketError.ConnectionRefused, clients[1].ConnectFailed);
        Assert.Equal(1, net.Network.Connections);
    }

    [Fact]
    public void A_full_backlog_of_a_Unix_socket_refuses()
    {
        var path = new UnixDomainSocketEndPoint("/run/somewhere.sock");
        using var listener = _network.Listen(path, backlog: 1);
        using var peer = _network.Connect(path);

        Assert.Equal(SocketError.ConnectionRefused, Record(() => _network.Connect(path)));
        Assert.Equal(path, listener.Accept()!.LocalEndPoint);
        Assert.Null(peer.LocalEndPoint);
    }

    [Fact]
    public void Free_ports_go_round()
    {
        var ports = new HashSet<int>();
        for (var i = 0; i < 20_000; i++)
        {
            using var listener = _network.Listen();
            Assert.InRange(listener.Port, 49152, 65535);
            ports.Add(listener.Port);
        }

        Assert.Equal(65536 - 49152, ports.Count);
    }

    [Fact]
    public void A_name_is_not_the_networks()
    {
        Assert.Equal(SocketError.AddressFamilyNotSupported, Record(() => _network.Connect(new DnsEndPoint("localhost", 80))));
        Assert.Equal(SocketError.AddressFamilyNotSupported, Record(() => _network.Listen(new DnsEndPoint("localhost", 80))));
    }

    private static SocketError Record(Func<IDisposable> action)
    {
        try
        {
            action();
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }
}
