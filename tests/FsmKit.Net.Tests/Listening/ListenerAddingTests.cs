using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class ListenerAddingTests
{
    private static readonly IPEndPoint AnyLoopback = new(IPAddress.Loopback, 0);

    // GLib: socket-listener/event-signal
    [Fact]
    public void An_address_is_bound_and_listened_on_with_an_event_for_each_step()
    {
        var told = new List<(SocketListenerEvent Event, Socket Socket, bool IsBound)>();
        using var listener = new SocketListener();
        listener.ListenerEvent += (sender, e) =>
        {
            Assert.Same(listener, sender);
            told.Add((e.Event, e.Socket, e.Socket.IsBound));
        };
        var effective = listener.AddAddress(AnyLoopback);

        Assert.Equal(
            [SocketListenerEvent.Binding, SocketListenerEvent.Bound, SocketListenerEvent.Listening, SocketListenerEvent.Listened],
            told.Select(static one => one.Event));
        Assert.Equal([false, true, true, true], told.Select(static one => one.IsBound));
        Assert.Single(told.Select(static one => one.Socket).Distinct());
        Assert.NotEqual(0, ((IPEndPoint)effective).Port);
        Assert.Equal([effective], listener.LocalEndPoints);
        Assert.Equal($"SocketListener({effective})", listener.ToString());
    }

    [Theory]
    [InlineData("bind", new[] { SocketListenerEvent.Binding })]
    [InlineData("listen", new[] { SocketListenerEvent.Binding, SocketListenerEvent.Bound, SocketListenerEvent.Listening })]
    public void A_failure_ends_the_events_and_adds_nothing(string step, SocketListenerEvent[] expected)
    {
        var factory = new FaultySockets { Faults = { [(AddressFamily.InterNetwork, step)] = SocketError.AddressAlreadyInUse } };
        using var listener = new SocketListener { SocketFactory = factory };
        var told = new List<SocketListenerEvent>();
        listener.ListenerEvent += (_, e) => told.Add(e.Event);
        listener.Changed += (_, _) => Assert.Fail("Nothing was added.");
        var x = Assert.Throws<SocketException>(() => listener.AddAddress(AnyLoopback));

        Assert.Equal(SocketError.AddressAlreadyInUse, x.SocketErrorCode);
        Assert.Contains("cannot listen on 127.0.0.1:0", x.Message, StringComparison.Ordinal);
        Assert.Equal(expected, told);
        Assert.Empty(factory.Left);
    }

    [Fact]
    public void Two_families_of_a_port_come_one_after_the_other()
    {
        var told = Told(static listener => listener.AddInetPort(FreePort()));

        Assert.Equal(["v6 Binding", "v6 Bound", "v6 Listening", "v6 Listened", "v4 Binding", "v4 Bound", "v4 Listening", "v4 Listened"], told);
    }

    [Fact]
    public void Two_families_of_any_port_are_bound_before_they_listen()
    {
        var told = Told(static listener => listener.AddAnyInetPort());

        Assert.Equal(["v6 Binding", "v6 Bound", "v4 Binding", "v4 Bound", "v6 Listening", "v6 Listened", "v4 Listening", "v4 Listened"], told);
    }

    [Fact]
    public async Task One_socket_serves_both_families_where_it_can()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6.");
        using var clients = new Clients();
        using var listener = new SocketListener();
        var port = listener.AddAnyInetPort("both");
        clients.Connect(new IPEndPoint(IPAddress.IPv6Loopback, port));
        clients.Connect(new IPEndPoint(IPAddress.Loopback, port));

        Assert.Single(listener.LocalEndPoints);
        for (var i = 0; i < 2; i++)
        {
            var (socket, source) = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            Assert.Equal("both", source);
            socket.Dispose();
        }
    }

    [Fact]
    public void A_handler_that_throws_gets_its_exception_back_and_nothing_is_left()
    {
        var factory = new FaultySockets();
        using var listener = new SocketListener { SocketFactory = factory };
        listener.ListenerEvent += static (_, e) => _ = e.Event == SocketListenerEvent.Listened ? throw new NotSupportedException() : 0;

        Assert.Throws<NotSupportedException>(() => listener.AddAddress(AnyLoopback));
        Assert.Throws<NotSupportedException>(() => listener.AddAnyInetPort());
        Assert.Equal(2, factory.Opened.Count);
        Assert.Empty(factory.Left);
    }

    [Fact]
    public async Task A_socket_that_listens_can_be_added_without_events()
    {
        using var clients = new Clients();
        using var socket = Listening();
        using var listener = new SocketListener();
        var changed = 0;
        listener.Changed += (_, _) => changed++;
        listener.ListenerEvent += static (_, _) => Assert.Fail("Its events were before.");
        listener.AddSocket(socket, source: 7);
        clients.Connect(socket.LocalEndPoint!);

        Assert.Equal(7, (await listener.AcceptAsync(TestContext.Current.CancellationToken)).Source);
        Assert.Equal(1, changed);
        listener.Close();
        Assert.True(socket.SafeHandle.IsClosed);
    }

    [Fact]
    public void A_socket_that_is_closed_or_does_not_listen_is_refused()
    {
        using var listener = new SocketListener();
        var closed = Listening();
        closed.Dispose();
        using var idle = new Socket(SocketType.Stream, ProtocolType.Tcp);

        Assert.StartsWith("Added socket is closed", Assert.Throws<ArgumentException>(() => listener.AddSocket(closed)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Added socket does not listen", Assert.Throws<ArgumentException>(() => listener.AddSocket(idle)).Message, StringComparison.Ordinal);
        Assert.Empty(listener.LocalEndPoints);
    }

    [Fact]
    public async Task A_unix_socket_can_be_listened_on()
    {
        Assert.SkipUnless(Socket.OSSupportsUnixDomainSockets, "The system has none.");
        var path = Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():n}");
        using var clients = new Clients();
        using (var listener = new SocketListener())
        {
            var effective = listener.AddAddress(new UnixDomainSocketEndPoint(path), "local");
            clients.Connect(effective);
            var (connection, source) = await listener.AcceptAsync(TestContext.Current.CancellationToken);
            connection.Dispose();

            Assert.Equal("local", source);
            Assert.Throws<SocketException>(() => listener.AddAddress(new UnixDomainSocketEndPoint(path)));
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void The_backlog_is_for_sockets_that_are_added_later()
    {
        var factory = new FaultySockets();
        using var listener = new SocketListener { SocketFactory = factory };
        Assert.Equal(1024, listener.ListenBacklog);
        listener.AddAddress(AnyLoopback);
        listener.ListenBacklog = 2000;
        listener.AddAddress(AnyLoopback);
        listener.ListenBacklog = 0;
        listener.Close();
        listener.ListenBacklog = 5;

        Assert.Equal(0, listener.ListenBacklog);
        Assert.Equal([1024, 2000], factory.Backlogs);
        Assert.Throws<ArgumentOutOfRangeException>(() => listener.ListenBacklog = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => listener.ListenBacklog = 2001);
    }

    [Fact]
    public void A_closed_listener_takes_nothing()
    {
        using var socket = Listening();
        var listener = new SocketListener();
        listener.AddAddress(AnyLoopback);
        listener.Close();
        listener.Close();

        foreach (var add in new Action[]
        {
            () => listener.AddSocket(socket), () => listener.AddAddress(AnyLoopback),
            () => listener.AddInetPort(80), () => listener.AddAnyInetPort(), () => listener.Accept(),
        })
        {
            Assert.Contains("Listener is already closed", Assert.Throws<ObjectDisposedException>(add).Message, StringComparison.Ordinal);
        }

        Assert.False(socket.SafeHandle.IsClosed);
    }

    private static List<string> Told(Action<SocketListener> add)
    {
        using var listener = new SocketListener { SocketFactory = new FaultySockets { IsDual = false } };
        var told = new List<string>();
        listener.ListenerEvent += (_, e) =>
            told.Add($"{(e.Socket.AddressFamily == AddressFamily.InterNetwork ? "v4" : "v6")} {e.Event}");
        add(listener);
        return told;
    }

    private static Socket Listening()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(AnyLoopback);
        socket.Listen();
        return socket;
    }

    private static int FreePort()
    {
        using var listener = new SocketListener();
        return listener.AddAnyInetPort();
    }
}
