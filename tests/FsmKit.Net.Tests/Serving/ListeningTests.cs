using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class ListeningTests
{
    [Theory, EveryReactor]
    public void The_first_free_one_of_several_ports_is_taken(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, taken) = net.PlainListener();
        var (free, port) = net.PlainListener();
        free.Dispose();

        var (_, server) = net.Listen(server => (server.UseMultiPorts, server.Ports, server.Port) = (true, [taken, port, 0], 1));

        Assert.Equal(port, server.Port);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), server.Sockname);
    }

    [Theory, EveryReactor]
    public void When_all_ports_are_taken_the_creation_fails_with_each_of_them(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, one) = net.PlainListener();
        var (_, other) = net.PlainListener();

        var x = Assert.Throws<GObjException>(() => net.Listen(server => (server.UseMultiPorts, server.Ports) = (true, [one, other])));

        Assert.Contains("cannot listen on any of its 2 ports", x.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{one}: ", x.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{other}: ", x.Message, StringComparison.Ordinal);
        Assert.Contains("has no port", Assert.Throws<GObjException>(() => net.Listen(static server => server.UseMultiPorts = true)).Message, StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void An_empty_host_listens_for_both_families_and_reports_plain_addresses(ReactorKind kind)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "No IPv6 here.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.Host = "");
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Any, server.Port), server.Sockname);

        var four = net.Peer(new IPEndPoint(IPAddress.Loopback, server.Port));
        net.Until(() => talker.Gsocks.Count == 1);
        var six = net.Peer(new IPEndPoint(IPAddress.IPv6Loopback, server.Port));
        net.Until(() => talker.Gsocks.Count == 2);

        Assert.Equal([four.LocalEndPoint, six.LocalEndPoint], talker.Gsocks.Select(static gsock => gsock.Peername));
        Assert.Equal([four.RemoteEndPoint, six.RemoteEndPoint], talker.Gsocks.Select(static gsock => gsock.Sockname));
    }

    [Theory, EveryReactor]
    public void Without_dual_stack_an_empty_host_is_every_IPv4_address(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, server) = net.Listen(static server => (server.Host, server.DualStack) = ("", false));

        Assert.Equal(new IPEndPoint(IPAddress.Any, server.Port), server.Sockname);
    }

    [Theory, EveryReactor]
    public void A_name_is_listened_to_at_all_its_addresses_with_one_port(ReactorKind kind)
    {
        using var net = new Net(kind);
        var here = Dns.GetHostAddresses("localhost").Where(static address => IPAddress.IsLoopback(address)).ToArray();
        var (talker, server) = net.Listen(static server => server.Host = "localhost");

        Assert.Subset(here.ToHashSet(), server.Endpoints.Select(static endpoint => ((IPEndPoint)endpoint.Address!).Address).ToHashSet());
        foreach (var endpoint in server.Endpoints)
        {
            Assert.Equal(server.Port, ((IPEndPoint)endpoint.Address!).Port);
            net.Peer(endpoint.Address);
        }

        net.Until(() => talker.Gsocks.Count == server.Endpoints.Count);
    }

    [Theory, EveryReactor]
    public void A_name_without_an_address_is_an_error_of_the_creation(ReactorKind kind)
    {
        using var net = new Net(kind);

        var x = Assert.Throws<GObjException>(() => net.Listen(static server => (server.Host, server.Port) = ("no.such.host.invalid", 80)));

        Assert.Contains("GServerSock:server cannot listen on 'no.such.host.invalid':80: ", x.Message, StringComparison.Ordinal);
        Assert.Equal(0, net.App["listener"].ChildCount);
    }

    [Theory, EveryReactor]
    public void A_unix_socket_serves_like_any_other_and_its_file_goes_with_the_server(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Unix sockets.");
        using var net = new Net(kind);
        var path = TemporaryPath();
        var (talker, server) = net.Listen(server => (server.Host, server.UnixMode) = ($"unix:{path}", "600"));
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        var peer = net.Peer(new UnixDomainSocketEndPoint(path));
        peer.Send("hello"u8);
        net.Until(() => talker.Text == "hello" && peer.Available == 5);
        Assert.Equal(path, server.Sockname!.ToString());

        server.Destroy();
        Assert.False(File.Exists(path));
    }

    [Theory, EveryReactor]
    public void A_file_that_a_dead_server_left_is_replaced_and_no_other(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a file is, only Linux is asked.");
        using var net = new Net(kind);
        var path = TemporaryPath();
        Leave(path);
        var (_, server) = net.Listen(server => server.Host = $"unix:{path}");

        // The path has a listener now.
        var x = Assert.Throws<GObjException>(() => net.Listen(server => server.Host = $"unix:{path}"));
        Assert.Contains($"cannot listen on 'unix:{path}': ", x.Message, StringComparison.Ordinal);
        net.Peer(server);
        server.Destroy();

        // No socket at all.
        File.WriteAllText(path, "precious");
        Assert.Throws<GObjException>(() => net.Listen(server => server.Host = $"unix:{path}"));
        Assert.Equal("precious", File.ReadAllText(path));
        File.Delete(path);
    }

    [Theory, EveryReactor]
    public void An_abstract_unix_socket_needs_no_file(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        using var net = new Net(kind);
        var name = $"fsmkit-{Guid.NewGuid():N}";
        var (talker, _) = net.Listen(server => server.Host = $"unix:@{name}");

        net.Peer(new UnixDomainSocketEndPoint($"\0{name}"));

        net.Until(() => talker.Gsocks.Count == 1);
        Assert.False(File.Exists($"@{name}"));
    }

    [Theory, EveryReactor]
    public void What_cannot_be_a_unix_socket_is_an_error_that_names_it(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Unix sockets.");
        using var net = new Net(kind);
        foreach (var path in new[] { new string('x', 200), "/no/such/directory/socket", "" })
        {
            var x = Assert.Throws<GObjException>(() => net.Listen(server => server.Host = $"unix:{path}"));
            Assert.Contains($"GServerSock:server cannot listen on 'unix:{path}': ", x.Message, StringComparison.Ordinal);
        }
    }

    private static string TemporaryPath() => Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():N}"[..20]);

    /// <summary>Leaves the file of a socket without a listener behind, as a crash does.</summary>
    private static void Leave(string path)
    {
        var bound = path + ".bound";
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(bound));
            socket.Listen();
            File.Move(bound, path);
        }

        Assert.True(File.Exists(path));
    }
}
