using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class SocketServiceTests
{
    private static readonly IPEndPoint AnyLoopback = new(IPAddress.Loopback, 0);

    // GLib: socket-service/start-stop
    [Fact]
    public void Clients_wait_until_the_service_is_started()
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop, active: false);
        var told = new List<bool>();
        var incoming = 0;
        service.ActiveChanged += (_, _) => told.Add(service.Active);
        service.Incoming += (_, _) =>
        {
            incoming++;
            service.Stop();
            return true;
        };
        Assert.False(service.IsActive);
        var port = ((IPEndPoint)service.AddAddress(AnyLoopback)).Port;
        rig.Connect(port);
        rig.Connect(port);
        rig.Settle();
        Assert.Equal(2, Clients.Waiting(port));

        service.Start();
        Assert.True(service.IsActive);
        Assert.Equal([true], told);
        rig.Until(() => incoming == 1);
        Assert.False(service.IsActive);
        Assert.Equal([true, false], told);
        rig.Settle();
        Assert.Equal((1, 1), (incoming, Clients.Waiting(port)));
    }

    // GLib: socket-service/read_write_async and read_writev_async
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_kept_connection_is_read_after_its_handler(bool vectored)
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop);
        var sent = Enumerable.Range(1, 20).Select(static i => (byte)i).ToArray();
        Task<byte[]>? reading = null;
        SocketConnection? kept = null;
        service.Incoming += (connection, _) =>
        {
            connection.Keep();
            kept = connection;
            reading = ReadAsync(connection);
            return true;
        };
        var peer = rig.Connect(service.AddAnyInetPort());
        if (vectored)
        {
            peer.Send([new ArraySegment<byte>(sent, 0, 5), new ArraySegment<byte>(sent, 5, 10), new ArraySegment<byte>(sent, 15, 5)]);
        }
        else
        {
            peer.Send(sent);
        }

        rig.Until(() => reading is { IsCompleted: true });
        Assert.Equal(sent, await reading!);
        await kept!.DisposeAsync();
        Assert.True(kept.IsClosed);
        Assert.Equal(0, peer.Receive(new byte[1]));

        static async Task<byte[]> ReadAsync(SocketConnection connection)
        {
            var data = new byte[20];
            await connection.GetStream().ReadExactlyAsync(data, TestContext.Current.CancellationToken);
            return data;
        }
    }

    [Fact]
    public void Handlers_are_asked_in_their_order_on_the_loop_and_the_first_true_ends_it()
    {
        using var rig = new ServiceRig();
        using var service = new Recording(rig.Loop);
        var thread = Environment.CurrentManagedThreadId;
        service.Incoming += (_, _) => service.Note("first", Environment.CurrentManagedThreadId == thread);
        service.Incoming += (_, source) => service.Note("second", (string?)source == "stop");
        service.Incoming += (_, _) => service.Note("third", false);
        service.Asked.Clear();
        var stop = ((IPEndPoint)service.AddAddress(AnyLoopback, "stop")).Port;
        var go = ((IPEndPoint)service.AddAddress(AnyLoopback, "go")).Port;

        service.Answers["first"] = false;
        rig.Connect(stop);
        rig.Until(() => service.Asked.Count == 2);
        rig.Settle();
        Assert.Equal(["first True", "second True"], service.Asked);

        service.Asked.Clear();
        rig.Connect(go);
        rig.Until(() => service.Asked.Count == 4);
        Assert.Equal(["first True", "second False", "third False", "OnIncoming"], service.Asked);
    }

    [Fact]
    public void A_connection_that_nobody_keeps_is_closed()
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop);
        SocketConnection? seen = null;
        service.Incoming += (connection, _) =>
        {
            Assert.False(connection.IsClosed);
            seen = connection;
            return true;
        };
        var peer = rig.Connect(service.AddAnyInetPort());
        rig.Until(() => seen is not null);

        Assert.True(seen!.IsClosed);
        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Equal(peer.LocalEndPoint!.ToString()!.Split(':')[^1], seen.RemoteEndPoint!.ToString()!.Split(':')[^1]);
    }

    [Fact]
    public void A_handler_that_throws_closes_its_connection_and_the_service_goes_on()
    {
        using var rig = new ServiceRig();
        using var service = new Recording(rig.Loop);
        service.Incoming += static (_, source) => (string?)source == "bad" ? throw new NotSupportedException("not today") : false;
        var bad = ((IPEndPoint)service.AddAddress(AnyLoopback, "bad")).Port;
        var good = ((IPEndPoint)service.AddAddress(AnyLoopback, "good")).Port;
        var refused = rig.Connect(bad);
        rig.Until(() => rig.Log.Length > 0);

        Assert.Equal(0, refused.Receive(new byte[1]));
        Assert.Empty(service.Asked);
        var line = Assert.Single(rig.Log);
        Assert.Contains("A handler of Recording(127.0.0.1:", line, StringComparison.Ordinal);
        Assert.Contains($"SocketConnection({refused.LocalEndPoint})", line, StringComparison.Ordinal);
        Assert.EndsWith("not today", line, StringComparison.Ordinal);

        rig.Connect(good);
        rig.Until(() => service.Asked.Count == 1);
    }

    [Fact]
    public void What_was_accepted_when_it_was_stopped_is_delivered_and_nothing_else()
    {
        using var rig = new ServiceRig();
        using var service = new Recording(rig.Loop);
        var ports = new[] { service.AddAnyInetPort("a"), service.AddAnyInetPort("b") };
        rig.Settle();

        // The accepts are outstanding: both connections are taken while the loop does not turn.
        Array.ForEach(ports, port => rig.Connect(port));
        SpinWait.SpinUntil(() => ports.Sum(Clients.Waiting) == 0 && service.Queue.HasAhead, TimeSpan.FromSeconds(60));
        service.Stop();
        Array.ForEach(ports, port => rig.Connect(port));
        rig.Until(() => service.Asked.Count == 2);
        rig.Settle();
        Assert.Equal(2, service.Asked.Count);
        Assert.Equal(2, ports.Sum(Clients.Waiting));

        service.Start();
        rig.Until(() => service.Asked.Count == 4);
    }

    [Fact]
    public void Sockets_that_are_added_while_it_is_active_are_accepted_from()
    {
        using var rig = new ServiceRig();
        using var service = new Recording(rig.Loop);
        rig.Settle();
        for (var i = 1; i <= 5; i++)
        {
            rig.Connect(service.AddAnyInetPort());
            rig.Until(() => service.Asked.Count == i);
        }
    }

    [Fact]
    public void Many_clients_of_many_sockets_are_each_delivered_once()
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop) { ListenBacklog = 200 };
        var pairs = new List<string>();
        service.Incoming += (connection, _) =>
        {
            pairs.Add(Clients.Pair(connection.Socket));
            return true;
        };
        var ports = Enumerable.Range(0, 4).Select(_ => ((IPEndPoint)service.AddAddress(AnyLoopback)).Port).ToArray();
        for (var i = 0; i < 400; i++)
        {
            rig.Connect(ports[i % 4]);
        }

        rig.Until(() => pairs.Count == 400);
        Assert.Equal(400, pairs.Distinct().Count());
    }

    /// <summary>Writes down which handlers are asked.</summary>
    private sealed class Recording(GAplic loop) : SocketService(loop)
    {
        public List<string> Asked { get; } = [];

        /// <summary>Answers of handlers, in place of the noted ones.</summary>
        public Dictionary<string, bool> Answers { get; } = [];

        public bool Note(string handler, bool said)
        {
            Asked.Add($"{handler} {said}");
            return Answers.GetValueOrDefault(handler, said);
        }

        protected override bool OnIncoming(SocketConnection connection, object? source)
        {
            Asked.Add("OnIncoming");
            return base.OnIncoming(connection, source);
        }
    }
}
