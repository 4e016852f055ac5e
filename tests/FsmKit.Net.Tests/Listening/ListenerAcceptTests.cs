using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class ListenerAcceptTests
{
    private static readonly IPEndPoint AnyLoopback = new(IPAddress.Loopback, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // GLib: socket-listener/accept/multi-simultaneously (issue 3739)
    [Fact]
    public async Task Each_accept_gets_one_connection_of_its_own_and_the_others_wait()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var ports = Enumerable.Range(0, 5).Select(i => ((IPEndPoint)listener.AddAddress(AnyLoopback, i)).Port).ToArray();
        var first = listener.AcceptAsync(Cancellation).AsTask();
        var peers = ports.Select(clients.Connect).ToArray();
        var accepted = new List<(SocketConnection Connection, object? Source)> { await first };
        var others = Enumerable.Range(0, 4).Select(_ => listener.AcceptAsync(Cancellation).AsTask()).ToArray();
        accepted.AddRange(await Task.WhenAll(others));

        Assert.Equal([0, 1, 2, 3, 4], accepted.Select(static one => (int)one.Source!).Order());
        Assert.Equal(
            peers.Select(static peer => $"{peer.LocalEndPoint} {peer.RemoteEndPoint}").Order(),
            accepted.Select(static one => Clients.Pair(one.Connection.Socket)).Order());
        using var stop = new CancellationTokenSource();
        var pending = listener.AcceptAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        accepted.ForEach(static one => one.Connection.Dispose());
    }

    [Fact]
    public async Task Without_an_accept_nothing_is_taken_out_of_the_backlog()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var port = listener.AddAnyInetPort();
        var pending = listener.AcceptSocketAsync(Cancellation).AsTask();
        clients.Connect(port);
        (await pending).Socket.Dispose();
        clients.Connect(port);
        clients.Connect(port);

        Assert.Equal(2, Clients.Waiting(port));
        (await listener.AcceptSocketAsync(Cancellation)).Socket.Dispose();
        Assert.Equal(1, Clients.Waiting(port));
    }

    [Fact]
    public async Task When_nobody_waits_any_more_no_socket_goes_on_accepting()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var (one, other) = (listener.AddAnyInetPort(), listener.AddAnyInetPort());
        using var stop = new CancellationTokenSource();
        var pending = listener.AcceptSocketAsync(Cancellation).AsTask();
        var cancelled = listener.AcceptSocketAsync(stop.Token).AsTask();
        clients.Connect(one);
        (await pending).Socket.Dispose();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        clients.Connect(one);
        clients.Connect(other);

        Assert.False(listener.Queue.HasAhead);
        Assert.Equal((1, 1), (Clients.Waiting(one), Clients.Waiting(other)));
    }

    [Fact]
    public async Task The_accepts_that_lost_the_race_are_taken_back_or_kept()
    {
        // Every connection comes out exactly once, in any order of arrivals and accepts, with any winner.
        using var clients = new Clients();
        using var listener = new SocketListener { ListenBacklog = 100 };
        var ports = Enumerable.Range(0, 4).Select(_ => ((IPEndPoint)listener.AddAddress(AnyLoopback)).Port).ToArray();
        var pairs = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var pending = listener.AcceptSocketAsync(Cancellation).AsTask();
            var arrivals = ports.Select(port => Task.Run(() => Arrive(port), Cancellation)).ToArray();
            await Task.WhenAll(arrivals);
            pairs.Add(await Pair(pending));
            for (var left = 0; left < 3; left++)
            {
                pairs.Add(await Pair(listener.AcceptSocketAsync(Cancellation).AsTask()));
            }
        }

        Assert.Equal(400, pairs.Distinct().Count());

        void Arrive(int port)
        {
            lock (clients)
            {
                clients.Connect(port);
            }
        }

        static async Task<string> Pair(Task<(Socket Socket, object? Source)> accept)
        {
            using var socket = (await accept).Socket;
            return Clients.Pair(socket);
        }
    }

    [Fact]
    public async Task A_cancelled_accept_takes_no_connection_with_it()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var port = listener.AddAnyInetPort();
        for (var i = 0; i < 200; i++)
        {
            using var stop = new CancellationTokenSource();
            var pending = listener.AcceptSocketAsync(stop.Token).AsTask();
            var cancel = Task.Run(stop.Cancel, Cancellation);
            clients.Connect(port);
            await cancel;
            Socket socket;
            try
            {
                socket = (await pending).Socket;
            }
            catch (OperationCanceledException)
            {
                socket = (await listener.AcceptSocketAsync(Cancellation)).Socket;
            }

            socket.Dispose();
        }

        Assert.Equal(0, Clients.Waiting(port));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_takes_nothing()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var port = listener.AddAnyInetPort();
        clients.Connect(port);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await listener.AcceptSocketAsync(new CancellationToken(canceled: true)));
        Assert.Equal(1, Clients.Waiting(port));
    }

    [Fact]
    public async Task Closing_ends_every_accept()
    {
        var listener = new SocketListener();
        listener.AddAnyInetPort();
        var pending = Enumerable.Range(0, 3).Select(_ => listener.AcceptAsync(Cancellation).AsTask()).ToArray();
        await listener.DisposeAsync();

        foreach (var accept in pending)
        {
            var x = await Assert.ThrowsAsync<ObjectDisposedException>(() => accept);
            Assert.Contains("Listener is already closed", x.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_sockets_it_waits_can_be_cancelled_and_sees_sockets_that_come_later()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        using var stop = new CancellationTokenSource();
        var cancelled = listener.AcceptAsync(stop.Token).AsTask();
        var waiting = listener.AcceptAsync(Cancellation).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        clients.Connect(listener.AddAnyInetPort("late"));

        var (connection, source) = await waiting;
        connection.Dispose();
        Assert.Equal("late", source);
    }

    [Fact]
    public void A_thread_may_block_for_a_connection()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        clients.Connect(listener.AddAnyInetPort("tag"));
        var (connection, source) = listener.Accept(Cancellation);
        connection.Dispose();
        Assert.Equal("tag", source);

        using var stop = new CancellationTokenSource();
        var blocked = Task.Run(() => listener.AcceptSocket(stop.Token), Cancellation);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => blocked.GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Many_threads_accept_and_add_at_once()
    {
        using var clients = new Clients();
        using var listener = new SocketListener { ListenBacklog = 200 };
        var accepts = Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await listener.AcceptSocketAsync(Cancellation), Cancellation)).ToArray();
        var ports = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => listener.AddAnyInetPort(), Cancellation)));
        for (var i = 0; i < 100; i++)
        {
            clients.Connect(ports[i % 10]);
        }

        var accepted = await Task.WhenAll(accepts);
        Assert.Equal(100, accepted.Select(static one => Clients.Pair(one.Socket)).Distinct().Count());
        foreach (var (socket, _) in accepted)
        {
            socket.Dispose();
        }
    }

    [Fact]
    public async Task A_socket_that_somebody_else_has_closed_fails_one_accept_and_is_forgotten()
    {
        using var clients = new Clients();
        using var listener = new SocketListener();
        var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        own.Bind(AnyLoopback);
        own.Listen();
        listener.AddSocket(own);
        var pending = listener.AcceptSocketAsync(Cancellation).AsTask();
        own.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => pending);

        Assert.Empty(listener.LocalEndPoints);
        clients.Connect(listener.AddAnyInetPort());
        (await listener.AcceptSocketAsync(Cancellation)).Socket.Dispose();
    }

    [Fact]
    public async Task Clients_of_a_Unix_socket_may_have_any_name_and_a_successors_file_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        var cancellation = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("fsmkit-").FullName;
        try
        {
            var path = Path.Combine(directory, "socket");
            using var listener = new SocketListener();
            listener.AddAddress(new UnixDomainSocketEndPoint(path));
            List<byte[]> names = [[0, 0xFF, 0xFE, .. Guid.NewGuid().ToByteArray()], [.. System.Text.Encoding.ASCII.GetBytes(Path.Combine(directory, "c").PadRight(108, 'x'))]];
            foreach (var name in names)
            {
                var accepting = listener.AcceptAsync(cancellation).AsTask();
                using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                client.Bind(new UnixNameEndPoint(name));
                client.Connect(new UnixDomainSocketEndPoint(path));
                (await accepting).Connection.Dispose();
            }

            File.Delete(path);
            using var successor = new SocketListener();
            successor.AddAddress(new UnixDomainSocketEndPoint(path));
            listener.Close();
            Assert.True(File.Exists(path));
            successor.Close();
            Assert.False(File.Exists(path));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
