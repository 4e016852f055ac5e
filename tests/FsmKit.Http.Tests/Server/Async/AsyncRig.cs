using System.Diagnostics;
using System.Net;
using FsmKit.Net;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A server on a network in memory, whose handlers wait or run elsewhere; its time stands still until the test moves it.</summary>
internal sealed class AsyncRig : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly MemoryNetwork _network;
    private readonly MemoryReactor _reactor;
    private readonly LogLines _log = new();

    public AsyncRig(Action<GHttpServer> configure, Func<GAplic, GObj>? parent = null)
    {
        _network = new MemoryNetwork(Time);
        _reactor = new MemoryReactor(_network);
        App = new GAplic("app", new GAplicOptions { Reactor = _reactor, Time = Time, Logger = _log });
        Server = (parent?.Invoke(App) ?? App).Create<GHttpServer>("http", server =>
        {
            (server.Host, server.Port) = ("127.0.0.1", 80);
            configure(server);
        });
    }

    public AsyncRig(HttpAsyncHandler handler, HandlerThread thread = HandlerThread.Loop, bool streams = false)
        : this(server => (server.AsyncHandler, server.HandlersRunOn, server.StreamBodies) = (handler, thread, streams))
    {
    }

    public ManualTime Time { get; } = new();

    public GAplic App { get; }

    public GHttpServer Server { get; }

    public IReadOnlyList<string> Errors => [.. _log.From(LogLevel.Error), .. _log.From(LogLevel.Critical)];

    /// <summary>The test means them.</summary>
    public bool AllowsErrors { get; set; }

    public AsyncPeer Connect() => new(this, _network.Connect(new IPEndPoint(IPAddress.Loopback, 80)));

    /// <summary>Opens a connection, sends a request, and returns all that comes back.</summary>
    public string Ask(string request)
    {
        var peer = Connect();
        peer.Send(request);
        peer.End();
        Until(() => peer.IsOver);
        return peer.Text;
    }

    /// <summary>Runs the loop until it has nothing to do at this point of time.</summary>
    public void Settle() => App.Settle(_reactor);

    /// <summary>Runs the loop until something is so, that other threads may have to do with.</summary>
    public void Until(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        Settle();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, $"It did not happen in time.\n{string.Join('\n', Errors)}");
            App.RunOnce(TimeSpan.FromMilliseconds(5));
            Settle();
        }
    }

    /// <summary>Lets time go by, with the looks of the server at it.</summary>
    public void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(100))
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            Settle();
        }
    }

    public void Dispose()
    {
        Settle();
        App.Dispose();
        if (!AllowsErrors)
        {
            Assert.Empty(Errors);
        }
    }
}
