using System.Diagnostics;
using FsmKit.Net;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A loop with HTTP servers on a network in memory, in a time that stands still until the test moves it.</summary>
internal sealed class HttpBench : IDisposable
{
    private readonly List<HttpPeer> _peers = [];

    public HttpBench(MemoryFaults? faults = null, int pipeCapacity = 64 * 1024)
    {
        Network = new MemoryNetwork(Time, faults) { PipeCapacity = pipeCapacity };
        Reactor = new MemoryReactor(Network);
        App = new GAplic("app", new GAplicOptions { Reactor = Reactor, Time = Time, Logger = Log, PostCapacity = 1_000_000 });
        Audience = App.Create<Audience>("audience");
    }

    public ManualTime Time { get; } = new();

    public MemoryNetwork Network { get; }

    public MemoryReactor Reactor { get; }

    public GAplic App { get; }

    /// <summary>The parent of the servers.</summary>
    public Audience Audience { get; }

    /// <summary>Warnings and errors.</summary>
    public LogLines Log { get; } = new(LogLevel.Warning);

    /// <summary>Whether the test expects faults. Otherwise a fault fails the test.</summary>
    public bool ExpectsFaults { get; set; }

    public GHttpServer Serve(Action<GHttpServer>? configure = null) => Audience.Create<GHttpServer>(null, server =>
    {
        server.Host = "127.0.0.1";
        configure?.Invoke(server);
    });

    public GHttpServer Serve(HttpHandler handler, Action<GHttpServer>? configure = null) => Serve(server =>
    {
        server.Handler = handler;
        configure?.Invoke(server);
    });

    public HttpPeer Connect(GHttpServer server)
    {
        var peer = new HttpPeer(this, Network.Connect(server.Sockname!));
        _peers.Add(peer);
        Settle();
        return peer;
    }

    /// <summary>Connects, sends, and runs all that follows.</summary>
    public HttpPeer Connect(GHttpServer server, string request)
    {
        var peer = Connect(server);
        peer.Send(request);
        return peer;
    }

    /// <summary>Runs the loop until it has nothing to do at this point of time.</summary>
    public void Settle() => App.Settle(Reactor, Moves);

    /// <summary>Lets time go by in steps.</summary>
    public void Pass(double seconds, int step = 100)
    {
        Settle();
        for (var left = (long)(seconds * 1000); left > 0; left -= step)
        {
            Time.Advance(TimeSpan.FromMilliseconds(Math.Min(left, step)));
            Settle();
        }
    }

    /// <summary>Lets so much time go by as the condition needs, at most ten minutes of it.</summary>
    public void Until(Func<bool> condition, int step = 100)
    {
        Settle();
        for (var i = 0; !condition(); i += step)
        {
            Assert.True(i < 600_000, $"It did not happen in time.\n{string.Join('\n', Log.TakeLast(20))}");
            Pass(step / 1000.0, step);
        }
    }

    /// <summary>Runs the loop until other threads (a disk's, the pool's) have fulfilled the condition.</summary>
    public void Await(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        for (Settle(); !condition(); Settle())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It did not happen in time.\n{string.Join('\n', Log.TakeLast(20))}");
            Thread.Yield();
        }
    }

    public void Dispose()
    {
        _peers.ForEach(static peer => peer.Dispose());
        Settle();
        App.Dispose();
        Assert.Equal(0, Network.Listeners);
        if (!ExpectsFaults)
        {
            Assert.DoesNotContain(Log, static line => !line.StartsWith("Warning", StringComparison.Ordinal));
        }
    }

    private bool Moves()
    {
        var moved = false;
        foreach (var peer in _peers)
        {
            moved |= peer.Move();
        }

        return moved;
    }
}
