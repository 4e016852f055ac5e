using System.Collections.Concurrent;
using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class ThreadedSocketServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void When_all_threads_are_busy_clients_wait_in_the_backlog()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 2);
        using var gate = new SemaphoreSlim(0);
        var (started, ended) = (0, 0);
        service.Run += (_, _) =>
        {
            Interlocked.Increment(ref started);
            Assert.True(gate.Wait(Patience));
            Interlocked.Increment(ref ended);
            return true;
        };
        var port = service.AddAnyInetPort();
        for (var i = 0; i < 5; i++)
        {
            rig.Connect(port);
        }

        for (var done = 0; done <= 3; done++)
        {
            rig.Until(() => Volatile.Read(ref started) == done + 2 && Volatile.Read(ref ended) == done);
            rig.Settle();
            Assert.Equal((done + 2, 2, 3 - done), (started, service.RunningCount, Clients.Waiting(port)));
            Assert.True(service.Active);
            gate.Release();
        }

        gate.Release();
        rig.Until(() => service.RunningCount == 0);
        Assert.Equal(5, ended);
    }

    [Fact]
    public void The_end_of_a_job_does_not_restart_a_service_that_was_stopped()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
        using var gate = new SemaphoreSlim(0);
        var started = 0;
        service.Run += (_, _) =>
        {
            Interlocked.Increment(ref started);
            return gate.Wait(Patience);
        };
        var port = service.AddAnyInetPort();
        rig.Connect(port);
        rig.Connect(port);
        rig.Until(() => Volatile.Read(ref started) == 1);
        service.Stop();
        rig.Settle();
        gate.Release();
        rig.Until(() => service.RunningCount == 0);
        rig.Settle();
        Assert.Equal((1, 1, false), (started, Clients.Waiting(port), service.Active));

        service.Start();
        rig.Until(() => Volatile.Read(ref started) == 2);
        gate.Release();
    }

    [Fact]
    public void What_was_accepted_when_it_was_stopped_is_delivered_as_soon_as_there_is_room()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
        using var gate = new SemaphoreSlim(0);
        var started = 0;
        service.Run += (_, _) =>
        {
            Interlocked.Increment(ref started);
            return gate.Wait(Patience);
        };
        var ports = new[] { service.AddAnyInetPort(), service.AddAnyInetPort() };
        rig.Settle();

        // Both are taken while the loop does not turn; only one finds a thread.
        Array.ForEach(ports, port => rig.Connect(port));
        SpinWait.SpinUntil(() => ports.Sum(Clients.Waiting) == 0, Patience);
        rig.Until(() => Volatile.Read(ref started) == 1);
        rig.Settle();
        service.Stop();
        rig.Settle();
        Assert.Equal((1, 1), (started, service.RunningCount));

        gate.Release();
        rig.Until(() => Volatile.Read(ref started) == 2);
        gate.Release();
    }

    [Fact]
    public void A_service_that_is_started_again_while_all_are_busy_waits_for_room()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
        using var gate = new SemaphoreSlim(0);
        var started = 0;
        service.Run += (_, _) =>
        {
            Interlocked.Increment(ref started);
            return gate.Wait(Patience);
        };
        var port = service.AddAnyInetPort();
        rig.Connect(port);
        rig.Connect(port);
        rig.Until(() => Volatile.Read(ref started) == 1);
        service.Stop();
        rig.Settle();
        service.Start();
        rig.Settle();
        Assert.Equal((1, 1), (started, Clients.Waiting(port)));

        gate.Release();
        rig.Until(() => Volatile.Read(ref started) == 2);
        gate.Release();
    }

    [Fact]
    public void The_limit_holds_with_many_sockets_and_many_clients()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 3) { ListenBacklog = 200 };
        var (running, most, ended) = (0, 0, 0);
        service.Run += (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Yield();
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref ended);
            return true;
        };
        var ports = Enumerable.Range(0, 4).Select(_ => service.AddAnyInetPort()).ToArray();
        for (var i = 0; i < 400; i++)
        {
            rig.Connect(ports[i % 4]);
        }

        rig.Until(() => Volatile.Read(ref ended) == 400);
        Assert.InRange(most, 1, 3);

        static void InterlockedMax(ref int target, int value)
        {
            for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
            {
                Interlocked.CompareExchange(ref target, value, seen);
            }
        }
    }

    [Fact]
    public void Without_a_limit_each_connection_has_its_thread_at_once()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: -1) { ListenBacklog = 100 };
        using var all = new CountdownEvent(30);
        var together = 0;
        service.Run += (_, _) =>
        {
            all.Signal();
            Interlocked.Add(ref together, all.Wait(Patience) ? 1 : 0);
            return true;
        };
        var port = service.AddAnyInetPort();
        for (var i = 0; i < 30; i++)
        {
            rig.Connect(port);
        }

        rig.Until(() => Volatile.Read(ref together) == 30);
    }

    [Fact]
    public void An_incoming_handler_that_deals_with_it_keeps_it_from_the_threads()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop);
        var asked = new ConcurrentQueue<string>();
        service.Incoming += (_, source) =>
        {
            asked.Enqueue($"incoming {source}");
            return (string?)source == "mine";
        };
        service.Run += (_, source) =>
        {
            asked.Enqueue($"run {source}");
            return true;
        };
        service.Run += static (_, _) => throw new NotSupportedException("The first has dealt with it.");
        var mine = ((IPEndPoint)service.AddAddress(new IPEndPoint(IPAddress.Loopback, 0), "mine")).Port;
        var theirs = ((IPEndPoint)service.AddAddress(new IPEndPoint(IPAddress.Loopback, 0), "theirs")).Port;
        var closed = rig.Connect(mine);
        rig.Until(() => asked.Count == 1);
        Assert.Equal(0, closed.Receive(new byte[1]));
        closed = rig.Connect(theirs);
        rig.Until(() => asked.Count == 3);

        Assert.Equal(0, closed.Receive(new byte[1]));
        Assert.Equal(["incoming mine", "incoming theirs", "run theirs"], asked);
        Assert.Empty(rig.Log);
    }

    [Fact]
    public void A_handler_that_throws_is_logged_with_its_connection_and_frees_its_thread()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop, maxThreads: 1);
        service.Run += static (_, _) => throw new NotSupportedException("not today");
        var port = service.AddAnyInetPort();
        for (var i = 1; i <= 3; i++)
        {
            var peer = rig.Connect(port);
            rig.Until(() => rig.Log.Length == i);
            Assert.Equal(0, peer.Receive(new byte[1]));
            Assert.Contains($":{((IPEndPoint)peer.LocalEndPoint!).Port})", rig.Log[^1], StringComparison.Ordinal);
        }

        Assert.All(rig.Log, static line => Assert.EndsWith("not today", line, StringComparison.Ordinal));
        rig.Until(() => service.RunningCount == 0);
    }

    [Theory, InlineData(0), InlineData(-2)]
    public void A_limit_that_is_none_is_refused(int maxThreads)
    {
        using var rig = new ServiceRig();
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadedSocketService(rig.Loop, maxThreads));
    }

    [Fact]
    public void Ten_threads_unless_said_otherwise()
    {
        using var rig = new ServiceRig();
        using var service = new ThreadedSocketService(rig.Loop);
        Assert.Equal((10, true), (service.MaxThreads, service.Active));
    }
}
