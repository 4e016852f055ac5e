using System.Text;
using FsmKit.Net;
using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A subscriber that throws in one of the output events of one of the gclasses, or in all: channels come and go as if it had not.</summary>
[Trait("Category", "Slow")]
public sealed class ThrowingSubscriberTests : IDisposable
{
    private const string Every = "every event";
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private const string Post = "POST / HTTP/1.1\nHost: a\nContent-Length: 4\n\n";

    private readonly ManualTime _time = new();
    private readonly MemoryNetwork _network;
    private readonly MemoryReactor _reactor;
    private readonly GAplic _app;
    private readonly Heckler _heckler;
    private readonly LogLines _log = new(LogLevel.Warning);

    public ThrowingSubscriberTests()
    {
        _network = new MemoryNetwork(_time) { PipeCapacity = 1000 };
        _reactor = new MemoryReactor(_network);
        _app = new GAplic("app", new GAplicOptions { Reactor = _reactor, Time = _time, Logger = _log, PostCapacity = 1_000_000 });
        _heckler = _app.Create<Heckler>("heckler");
    }

    /// <summary>Fails for a new one, which needs its case here.</summary>
    [Fact]
    public void These_are_all_of_them() => Assert.Equal(
        [
            "GHttpCliSrv.EvHttpChannelClosed", "GHttpCliSrv.EvHttpChannelOpened", "GHttpCliSrv.EvHttpRequest",
            "GHttpServer.EvHttpServerStopped",
        ],
        ShippedGClasses.OutputsOf(typeof(GHttpServer).Assembly));

    [Theory]
    [InlineData(nameof(EvHttpChannelOpened))]
    [InlineData(nameof(EvHttpRequest))]
    [InlineData(nameof(EvHttpChannelClosed))]
    [InlineData(nameof(EvHttpServerStopped))]
    [InlineData(Every)]
    public void A_server_leaves_nothing_behind_and_goes_on(string output)
    {
        const int Rounds = 100;
        var server = Serve(output);
        for (var i = 0; i < Rounds; i++)
        {
            // One peer more than the server takes. The peers send two requests at once, nonsense, a part of a body, or nothing.
            var peers = Enumerable.Range(0, 5).Select(_ => _network.Connect(server.Sockname!)).ToList();
            _app.Settle(_reactor);
            peers[0].Send(Wire.Bytes(Get + Get));
            peers[1].Send(Wire.Bytes(Post + "body" + Get));
            peers[2].Send(Wire.Bytes("nonsense\n\n"));
            peers[3].Send(Wire.Bytes(Post + "bo"));
            _app.Settle(_reactor);
            var isAnswered = output is not (nameof(EvHttpRequest) or Every);
            Assert.Equal([isAnswered ? 200 : 500, isAnswered ? 200 : 500], Statuses(peers[0]));
            Assert.Equal([isAnswered ? 200 : 500, isAnswered ? 200 : 500], Statuses(peers[1]));
            Assert.Equal([400], Statuses(peers[2]));
            Assert.Equal([503], Statuses(peers[4]));
            peers[0].Send(Wire.Bytes(Get));
            peers[1].End();
            peers[3].Reset();
            _app.Settle(_reactor);
            Assert.Equal([isAnswered ? 200 : 500], Statuses(peers[0]));
            server.Send(new EvStopServing());
            peers.ForEach(static peer => peer.Dispose());
            _app.Settle(_reactor);
            server.Send(new EvStartServing());
            _time.Advance(TimeSpan.FromSeconds(60));
            _app.Settle(_reactor);
            Assert.Equal((0, 0, 1, 1, 0), (server.NChannels, server.Context.InService, server.ChildCount, _heckler.ChildCount, _network.Connections));
        }

        Assert.Equal((5 * Rounds, 5 * Rounds), (_heckler.Heard<EvHttpChannelOpened>(), _heckler.Heard<EvHttpChannelClosed>()));
        Assert.Equal((5 * Rounds, Rounds), (_heckler.Heard<EvHttpRequest>(), _heckler.Heard<EvHttpServerStopped>()));
        AssertIsToldOnce();
        server.Destroy();
        Assert.Equal((0, 0), (_heckler.ChildCount, _network.Listeners));
    }

    [Fact]
    public void Ten_thousand_connections_leave_nothing_behind_although_every_event_meets_an_exception()
    {
        const int Crowd = 10_000;
        var server = Serve(Every, maxConnections: 0);
        for (var wave = 1; wave <= 2; wave++)
        {
            var peers = new List<MemoryPeer>();
            while (peers.Count < Crowd)
            {
                peers.AddRange(Enumerable.Range(0, 100).Select(_ => _network.Connect(server.Sockname!)));
                _app.Settle(_reactor);
            }

            peers.ForEach(static peer => peer.Send(Wire.Bytes(Get)));
            _app.Settle(_reactor);
            Assert.All(peers, static peer => Assert.Equal([500], Statuses(peer)));
            peers.ForEach(static peer => peer.Dispose());
            _app.Settle(_reactor);
            Assert.Equal((0, 0, 1, 0), (server.NChannels, server.Context.InService, server.ChildCount, _network.Connections));
            Assert.Equal(wave * Crowd * 3, _heckler.Thrown);
        }

        AssertIsToldOnce();
        _heckler.Throws = static _ => false;
        using var peer = _network.Connect(server.Sockname!);
        peer.Send(Wire.Bytes(Get));
        _app.Settle(_reactor);
        Assert.Equal([200], Statuses(peer));
    }

    [Fact]
    public void An_answer_before_the_exception_stands_and_the_connection_goes_on()
    {
        var server = Serve("", maxConnections: 0);
        _heckler.OnAnswered = static () => throw new InvalidTimeZoneException("not today");
        using var peer = _network.Connect(server.Sockname!);
        peer.Send(Wire.Bytes(Get + Get));
        _app.Settle(_reactor);

        Assert.Equal([200, 200], Statuses(peer));
        Assert.Equal(2, _log.Count);
        peer.Send(Wire.Bytes(Get));
        _app.Settle(_reactor);
        Assert.Equal([200], Statuses(peer));
    }

    public void Dispose() => _app.Dispose();

    private GHttpServer Serve(string output, int maxConnections = 4)
    {
        _heckler.Throws = e => output == Every || e == output;
        return _heckler.Create<GHttpServer>("server", server => (server.Host, server.MaxConnections) = ("127.0.0.1", maxConnections));
    }

    /// <summary>Each exception has its line, with its gobj; and there is nothing else, but that the server is full.</summary>
    private void AssertIsToldOnce()
    {
        Assert.True(_heckler.Thrown > 0);
        Assert.Equal(_heckler.Thrown, _log.Count(static line => line.EndsWith("not today", StringComparison.Ordinal)));
        Assert.DoesNotContain(_log, static line => !line.EndsWith("not today", StringComparison.Ordinal) && !line.Contains("MaxConnections", StringComparison.Ordinal));
    }

    private static List<int> Statuses(MemoryPeer peer)
    {
        var received = new MemoryStream();
        for (byte[] part; (part = peer.Receive()).Length > 0;)
        {
            received.Write(part);
        }

        return [.. Answer.All(received.ToArray()).Select(static answer => answer.Status)];
    }
}
