using System.Net;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A loop on a network in memory, in a time that stands still until the test moves it.</summary>
internal sealed class MemoryNet : IDisposable
{
    public MemoryNet(MemoryFaults? faults = null, int pipeCapacity = 64 * 1024, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        Network = new MemoryNetwork(Time, faults) { PipeCapacity = pipeCapacity };
        Reactor = new MemoryReactor(Network);
        App = new GAplic("app", new GAplicOptions
        {
            Reactor = Reactor,
            Time = Time,
            Logger = Log,
            Settings = settings,
            PostCapacity = 1_000_000,
        });
    }

    public ManualTime Time { get; } = new();

    public MemoryNetwork Network { get; }

    public MemoryReactor Reactor { get; }

    public GAplic App { get; }

    /// <summary>The log from the level Information on.</summary>
    public LogLines Log { get; } = new(LogLevel.Information);

    public (Talker Talker, GServerSock Server) Listen(Action<GServerSock>? configure = null)
    {
        var talker = App.Create<Talker>("listener");
        return (talker, talker.Create<GServerSock>("server", server =>
        {
            server.Host = "127.0.0.1";
            configure?.Invoke(server);
        }));
    }

    public (Talker Talker, GSock Gsock) Client(int port, Action<GSock>? configure = null)
    {
        var talker = App.Create<Talker>("client");
        return (talker, talker.Create<GSock>("gsock", gsock =>
        {
            (gsock.Host, gsock.Port) = ("127.0.0.1", port);
            configure?.Invoke(gsock);
        }));
    }

    public MemoryPeer Peer(GServerSock server) => Network.Connect(server.Sockname!);

    /// <summary>A link without a gsock, and its peer.</summary>
    public (LinkRecorder Server, MemoryPeer Peer) Accept(Interest interest = Interest.Read)
    {
        var listener = new ListenRecorder();
        listener.Link = Reactor.Listen(Loopback(0), 8, reusePort: false, listener);
        var peer = Network.Connect(listener.Link.LocalEndPoint!);
        listener.OnAcceptable();
        listener.Link.Close();
        var server = listener.Accepted[0];
        server.Link.Watch(Interest.Read);
        server.Link.Watch(interest);
        return (server, peer);
    }

    /// <summary>Every delivery takes so long.</summary>
    public static MemoryFaults Delay(int milliseconds) =>
        new() { MinDelay = TimeSpan.FromMilliseconds(milliseconds), MaxDelay = TimeSpan.FromMilliseconds(milliseconds) };

    public static IPEndPoint Loopback(int port) => new(IPAddress.Loopback, port);

    /// <summary>Runs the loop until it has nothing to do at this point of time.</summary>
    public void Settle() => App.Settle(Reactor);

    /// <summary>Lets time go by in steps of a millisecond.</summary>
    public void Pass(int milliseconds)
    {
        Settle();
        for (var i = 0; i < milliseconds; i++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
            Settle();
        }
    }

    /// <summary>Lets so much time go by as the condition needs, at most ten minutes of it.</summary>
    public void Until(Func<bool> condition)
    {
        Settle();
        for (var i = 0; !condition(); i++)
        {
            GiveUp(i == 600_000 || Log.HasException, "It did not happen in time, or something broke.");
            Pass(1);
        }
    }

    public void Dispose()
    {
        App.Dispose();
        Assert.DoesNotContain(Log, static line => line.Contains("A fault in", StringComparison.Ordinal));
        Assert.Equal(0, Reactor.LinkCount);
        Assert.Equal(0, Network.Listeners);
    }

    private void GiveUp(bool isTooLate, string message)
    {
        if (isTooLate)
        {
            Assert.Fail($"{message}\n{string.Join('\n', Log.TakeLast(20))}");
        }
    }
}
