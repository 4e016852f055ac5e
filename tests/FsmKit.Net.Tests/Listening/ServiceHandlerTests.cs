using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Handlers of a service that are tasks, and handlers that throw or forget.</summary>
public class ServiceHandlerTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void It_goes_on_in_the_loop_and_has_its_connection_until_it_ends(bool threaded)
    {
        using var rig = new ServiceRig();
        using var service = threaded ? new ThreadedSocketService(rig.Loop) : new SocketService(rig.Loop);
        var thread = Environment.CurrentManagedThreadId;
        SocketConnection? seen = null;
        service.Handler = async (connection, cancellation) =>
        {
            seen = connection;
            var buffer = new byte[16];
            for (int count; (count = await connection.GetStream().ReadAsync(buffer, cancellation)) > 0;)
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await connection.GetStream().WriteAsync(buffer.AsMemory(0, count), cancellation);
            }
        };
        var peer = rig.Connect(service.AddAnyInetPort());
        var answer = new byte[5];
        foreach (var word in (string[])["first", "other"])
        {
            peer.Send(System.Text.Encoding.ASCII.GetBytes(word));
            rig.Until(() => peer.Available == 5);
            peer.Receive(answer);
            Assert.Equal(word, System.Text.Encoding.ASCII.GetString(answer));
            rig.Settle();
            Assert.False(seen!.IsClosed);
        }

        peer.Shutdown(SocketShutdown.Send);
        rig.Until(() => seen!.IsClosed);
        Assert.Equal(0, peer.Receive(answer));
        Assert.Empty(rig.Log);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void What_it_throws_is_told_with_the_peer_and_closes_the_connection(bool later)
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop);
        service.Handler = (connection, cancellation) => later
            ? FailAsync(connection, cancellation)
            : throw new NotSupportedException("not today");
        var peer = rig.Connect(service.AddAnyInetPort());
        peer.Send([1]);
        rig.Until(() => rig.Log.Length == 1);

        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Contains($"SocketConnection({peer.LocalEndPoint})", rig.Log[0], StringComparison.Ordinal);
        Assert.EndsWith("not today", rig.Log[0], StringComparison.Ordinal);
        peer = rig.Connect(((IPEndPoint)service.LocalEndPoints[0]).Port);
        peer.Send([1]);
        rig.Until(() => rig.Log.Length == 2);

        static async Task FailAsync(SocketConnection connection, CancellationToken cancellation)
        {
            await connection.GetStream().ReadExactlyAsync(new byte[1], cancellation);
            throw new NotSupportedException("not today");
        }
    }

    [Fact]
    public void Closing_the_service_cancels_it_and_a_handler_of_Incoming_comes_first()
    {
        using var rig = new ServiceRig();
        var service = new SocketService(rig.Loop);
        var begun = 0;
        service.Incoming += static (_, source) => source is "mine";
        service.Handler = async (connection, cancellation) =>
        {
            begun++;
            cancellation.Register(static () => throw new NotSupportedException("a token's"));
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        var mine = rig.Connect(((IPEndPoint)service.AddAddress(new IPEndPoint(IPAddress.Loopback, 0), "mine")).Port);
        rig.Settle();
        Assert.Equal((0, 0), (mine.Receive(new byte[1]), begun));
        var peer = rig.Connect(service.AddAnyInetPort());
        rig.Until(() => begun == 1);

        service.Close();
        rig.Until(() => peer.Available > 0 || peer.Poll(0, SelectMode.SelectRead));
        Assert.Equal(0, peer.Receive(new byte[1]));
        Assert.Contains("the token of Handler", Assert.Single(rig.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_returns_while_it_reads_and_keeps_nothing_is_told_of()
    {
        using var rig = new ServiceRig();
        using var service = new SocketService(rig.Loop);
        Task? reading = null;
        SocketConnection? seen = null;
        service.Incoming += (connection, _) =>
        {
            seen = connection;
            reading = connection.GetStream().ReadAsync(new byte[1]).AsTask();
            return true;
        };
        rig.Connect(service.AddAnyInetPort());
        rig.Until(() => reading is { IsCompleted: true });

        Assert.True(reading!.IsFaulted);
        Assert.Contains("Call Keep()", Assert.Single(rig.Log), StringComparison.Ordinal);
        Assert.Contains("Keep()", Assert.Throws<ObjectDisposedException>(() => seen!.GetStream()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handlers_of_events_that_throw_are_told_of_and_do_not_reach_the_caller()
    {
        using var rig = new ServiceRig();
        var service = new SocketService(rig.Loop);
        var told = 0;
        service.ActiveChanged += static (_, _) => throw new NotSupportedException("active");
        service.ActiveChanged += (_, _) => told++;
        service.Changed += static (_, _) => throw new NotSupportedException("changed");
        service.Changed += (_, _) => told++;
        service.AddAnyInetPort();
        service.Stop();
        service.Start();
        service.Active = false;
        service.Start();
        service.Dispose();

        Assert.Equal(6, told);
        Assert.Equal(6, rig.Log.Length);
        Assert.Contains("A handler of Changed of SocketService(", rig.Log[0], StringComparison.Ordinal);
        Assert.All(rig.Log[1..], static line => Assert.Contains("A handler of ActiveChanged of SocketService(", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_blocks_the_loop_is_named_with_its_connection()
    {
        using var rig = new ServiceRig();
        using var loop = new GAplic("blocked", new GAplicOptions { Logger = rig.Logger, StallThreshold = TimeSpan.FromMilliseconds(20) });
        using var service = new SocketService(loop);
        service.Incoming += (_, _) => Linger(rig);
        var running = Task.Run(() => loop.Run(), TestContext.Current.CancellationToken);
        var peer = rig.Connect(service.AddAnyInetPort());
        Assert.Equal(0, peer.Receive(new byte[1]));
        loop.Stop();
        await running;

        Assert.Contains(rig.Log, line => line.Contains(
            $"by a lambda in ServiceHandlerTests.{nameof(A_handler_that_blocks_the_loop_is_named_with_its_connection)} with SocketConnection({peer.LocalEndPoint})",
            StringComparison.Ordinal));
    }

    private static bool Linger(ServiceRig rig) =>
        SpinWait.SpinUntil(() => rig.Log.Any(static line => line.Contains("stalled", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
}
