using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class EndpointTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [Theory, EveryReactor]
    public void Endpoints_come_and_go_while_the_server_runs_each_with_its_source(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.AutoListen = false);
        Assert.Null(server.Sockname);
        var first = server.AddEndpoint(AnyPort, "first");
        var second = server.AddEndpoint(AnyPort);
        Assert.Equal([first, second], server.Endpoints);
        Assert.Equal(first.Address, server.Sockname);

        net.Peer(first.Address!);
        net.Until(() => talker.Gsocks.Count == 1);
        var peer = net.Peer(second.Address!);
        net.Until(() => talker.Gsocks.Count == 2);
        Assert.Equal(["first", null], talker.Gsocks.Select(static gsock => gsock.EndpointSource));
        Assert.All(talker.Gsocks, gsock => Assert.Same(server, gsock.Server));

        server.RemoveEndpoint(second);
        server.RemoveEndpoint(second);
        Assert.True(Net.Refuses(second.Address!));
        peer.Send("still served"u8);
        net.Until(() => talker.Text == "still served");
        Assert.Equal([first], server.Endpoints);
    }

    [Theory, EveryReactor]
    public void The_steps_of_an_endpoint_come_in_the_order_of_Gio(ReactorKind kind)
    {
        using var net = new Net(kind);
        var watcher = net.App.Create<Watcher>("watcher");
        var server = watcher.Create<GServerSock>("server", static server => server.Host = "127.0.0.1");
        Assert.Equal(["Binding 127.0.0.1:0", $"Bound 127.0.0.1:{server.Port}", $"Listening 127.0.0.1:{server.Port}", $"Listened 127.0.0.1:{server.Port}"], watcher.Events);
        watcher.Events.Clear();

        // A failure ends the sequence.
        Assert.Throws<GObjException>(() => server.AddEndpoint(server.Sockname!));
        Assert.Equal([$"Binding 127.0.0.1:{server.Port}"], watcher.Events);
        watcher.Events.Clear();

        server.RemoveEndpoint(server.Endpoints[0]);
        Assert.Equal([$"Closed 127.0.0.1:{server.Port}", "Stopped"], watcher.Events);
    }

    [Theory, EveryReactor]
    public void A_subscriber_may_throw_remove_or_destroy_in_any_step(ReactorKind kind)
    {
        using var net = new Net(kind);
        foreach (var step in new[] { EndpointStep.Binding, EndpointStep.Bound, EndpointStep.Listening, EndpointStep.Listened })
        {
            var watcher = net.App.Create<Watcher>("watcher");
            watcher.OnEndpoint = e => Do(e.Step == step, static () => throw new NotSupportedException("not today"));
            Assert.Throws<NotSupportedException>(() => watcher.Create<GServerSock>("server", static server => server.Host = "127.0.0.1"));

            watcher.OnEndpoint = e => Do(e.Step == step, () => e.Endpoint.Server.RemoveEndpoint(e.Endpoint));
            var server = watcher.Create<GServerSock>("server", static server => (server.Host, server.AutoListen) = ("127.0.0.1", false));
            var removed = server.AddEndpoint(AnyPort);
            Assert.True(removed.IsClosed);
            Assert.Empty(server.Endpoints);

            watcher.OnEndpoint = e => Do(e.Step == step, e.Endpoint.Server.Destroy);
            var orphan = server.AddEndpoint(AnyPort);
            Assert.True(Net.Refuses(((IPEndPoint)orphan.Address!).Port == 0 ? removed.Address! : orphan.Address!));
            watcher.Destroy();
        }

        static void Do(bool condition, Action action)
        {
            if (condition)
            {
                action();
            }
        }
    }

    [Theory, EveryReactor]
    public void A_socket_that_listens_already_is_adopted(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.AutoListen = false);
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var (socket, port) = net.PlainListener();
        var early = net.Peer(new IPEndPoint(IPAddress.Loopback, port));

        var endpoint = server.AdoptSocket(socket, "adopted");
        var late = net.Peer(endpoint.Address!);
        early.Send("one"u8);
        late.Send("two"u8);

        net.Until(() => early.Available == 3 && late.Available == 3);
        Assert.Equal(port, ((IPEndPoint)server.Sockname!).Port);
        Assert.All(talker.Gsocks, static gsock => Assert.Equal("adopted", gsock.EndpointSource));
        server.RemoveEndpoint(endpoint);
        Assert.True(Net.Refuses(endpoint.Address!));
    }

    [Theory, EveryReactor]
    public void A_descriptor_that_listens_already_is_adopted_by_its_number(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A descriptor is duplicated.");
        using var net = new Net(kind);
        var (socket, port) = net.PlainListener();
        var descriptor = Libc.Control(socket.Handle.ToInt32(), LinuxSocket.DuplicateCloseOnExec, 0);
        socket.Dispose();

        var (talker, server) = net.Listen(server => server.Host = $"fd:{descriptor}");
        net.Peer(server);

        net.Until(() => talker.Gsocks.Count == 1);
        Assert.Equal(port, server.Port);
        var address = server.Sockname!;
        server.Destroy();
        Assert.True(Net.Refuses(address));
    }

    [Theory, EveryReactor]
    public void Only_a_socket_that_listens_can_be_adopted(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, server) = net.Listen(static server => server.AutoListen = false);
        using var deaf = new Socket(SocketType.Stream, ProtocolType.Tcp);
        Assert.Contains("does not listen", Assert.Throws<GObjException>(() => server.AdoptSocket(deaf)).Message, StringComparison.Ordinal);

        deaf.Dispose();
        Assert.Contains("cannot listen on the socket: ", Assert.Throws<GObjException>(() => server.AdoptSocket(deaf)).Message, StringComparison.Ordinal);
        using (var file = File.OpenHandle(Environment.ProcessPath!))
        {
            var descriptor = OperatingSystem.IsWindows() ? 0 : file.DangerousGetHandle().ToInt32();
            Assert.Contains("cannot listen on 'fd:", Assert.Throws<GObjException>(() => server.AddHost($"fd:{descriptor}")).Message, StringComparison.Ordinal);
            Assert.NotEqual(0, RandomAccess.Read(file, new byte[1], 0)); // it is still open
        }

        Assert.Contains("'fd:x'", Assert.Throws<GObjException>(() => server.AddHost("fd:x")).Message, StringComparison.Ordinal);
        Assert.Contains("no such socket was passed", Assert.Throws<GObjException>(() => server.AddHost("systemd:")).Message, StringComparison.Ordinal);
        Assert.Empty(server.Endpoints);
    }

    [Fact]
    public void An_adopted_socket_that_somebody_else_still_holds_leaves_no_spin_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A descriptor is duplicated.");
        using var net = new Net(ReactorKind.Epoll);
        var (talker, server) = net.Listen(static server => server.AutoListen = false);
        var (socket, port) = net.PlainListener();
        var shared = Libc.Control(socket.Handle.ToInt32(), LinuxSocket.DuplicateCloseOnExec, 0);
        using var holder = new Socket(new SafeSocketHandle(shared, ownsHandle: true));
        server.RemoveEndpoint(server.AdoptSocket(socket));
        net.Peer(new IPEndPoint(IPAddress.Loopback, port));

        var cycles = 0;
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); clock.ElapsedMilliseconds < 100; cycles++)
        {
            net.App.RunOnce(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(cycles, 1, 10);
        Assert.Empty(talker.Gsocks);
    }
}
