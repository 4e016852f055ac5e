using System.Net;
using System.Net.Sockets;
using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A subscriber that throws in one of the output events of one of the gclasses: connections come and go as if it had not.</summary>
[Trait("Category", "Slow")]
public class ThrowingSubscriberTests
{
    private const int Rounds = 500;

    public static TheoryData<string> ServerOutputs() => Names(MachineDescription.Of<GSock>(), MachineDescription.Of<GServerSock>());

    public static TheoryData<string> ConnexOutputs() => Names(MachineDescription.Of<GConnex>());

    /// <summary>Fails for a new gclass, which needs its case: here, or where handlers that throw are tested. New output events get theirs by themselves.</summary>
    [Fact]
    public void These_are_all_gclasses() => Assert.Equal(
        ["GConnex", "GPipe", "GRequester", "GServerSock", "GSock", "PipeSender", "GSocketService"],
        new[] { typeof(GSock).Assembly, typeof(SocketService).Assembly }
            .SelectMany(ShippedGClasses.OutputsOf).Select(static output => output.Split('.')[0]).Distinct());

    [Theory, MemberData(nameof(ServerOutputs))]
    public void A_server_leaves_nothing_behind_and_goes_on(string output)
    {
        var time = new ManualTime();
        var network = new MemoryNetwork(time) { PipeCapacity = 1000 };
        var reactor = new MemoryReactor(network);
        var log = new StringWriter();
        using var app = new GAplic(
            new GAplicOptions { Reactor = reactor, Time = time, PostCapacity = 1_000_000, Logger = new TextLogger(log, LogLevel.Error) });
        var thrower = app.Create<Thrower>();
        var vetoes = 0;
        var isHalfOpen = output == nameof(EvInputEnded);
        var server = thrower.Create<GServerSock>("server", server =>
        {
            (server.Host, server.MaxConnections, server.WhenFull, server.Framing) = ("127.0.0.1", 3, FullPolicy.Refuse, FramingFor(output));
            server.ConfigureGsock = gsock => (gsock.AllowHalfOpen, gsock.HighWaterMark, gsock.LowWaterMark) = (isHalfOpen, 100, 10);
        });
        var heard = 0;
        server.Subscribe((GObj _, in EvServing _) => heard++);
        thrower.Throws = output;
        for (var i = 0; i < Rounds; i++)
        {
            // One more than it takes; the others talk, end their streams, or go without a word.
            var peers = Enumerable.Range(0, 4).Select(_ => network.Connect(server.Sockname!)).ToList();
            app.Settle(reactor);
            peers[0].Send("x\n"u8);
            app.Settle(reactor);
            foreach (var gsock in thrower.Gsocks)
            {
                gsock.Send(new EvSendData(new byte[2_000]));
            }

            app.Settle(reactor);
            _ = peers[0].Receive();
            app.Settle(reactor);
            _ = peers[0].Receive();
            app.Settle(reactor);
            peers[1].End();
            app.Settle(reactor);
            server.Send(new EvPauseAccepting());
            server.Send(new EvResumeAccepting());
            Try(() => server.RemoveEndpoint(server.AddEndpoint(new IPEndPoint(IPAddress.Loopback, 0))), ref vetoes);
            peers.ForEach(static peer => peer.Dispose());
            app.Settle(reactor);
            if (isHalfOpen)
            {
                thrower.Gsocks.ForEach(static gsock => gsock.Send(new EvClose()));
            }

            time.Advance(TimeSpan.FromSeconds(10));
            app.Settle(reactor);
            Assert.Equal((0, 1, 0), (server.NGsocks, thrower.ChildCount, network.Connections));
            thrower.Gsocks.Clear();
        }

        Assert.Equal((3 * Rounds, Rounds), (server.Accepted, server.RefusalsFor(RefusalReason.Full)));
        Assert.Equal((true, 2 * Rounds, 1), (thrower.Thrown > 0, heard, server.Endpoints.Count));
        Assert.Equal(thrower.Thrown - vetoes, Told(log));
        server.Destroy();
        Assert.Equal((0, 0, 0), (thrower.ChildCount, reactor.LinkCount, network.Listeners));
    }

    [Fact]
    public void Ten_thousand_connections_at_once_leave_nothing_behind_although_every_event_meets_an_exception()
    {
        const int Crowd = 10_000;
        var time = new ManualTime();
        var network = new MemoryNetwork(time) { PipeCapacity = 1000 };
        var reactor = new MemoryReactor(network);
        using var app = new GAplic(new GAplicOptions { Reactor = reactor, Time = time, PostCapacity = 1_000_000 });
        var thrower = app.Create<Thrower>();
        var server = thrower.Create<GServerSock>("server", static server =>
        {
            server.Host = "127.0.0.1";
            server.ConfigureGsock = static gsock => (gsock.HighWaterMark, gsock.LowWaterMark) = (100, 10);
        });
        thrower.Throws = Thrower.Every;
        var peers = new List<MemoryPeer>();
        while (peers.Count < Crowd)
        {
            peers.AddRange(Enumerable.Range(0, 100).Select(_ => network.Connect(server.Sockname!)));
            app.Settle(reactor);
        }

        peers.ForEach(static peer => peer.Send("x"u8));
        app.Settle(reactor);
        thrower.Gsocks.ForEach(static gsock => gsock.Send(new EvSendData(new byte[1_500])));
        for (var i = 0; i < 2; i++)
        {
            peers.ForEach(static peer => peer.Receive());
            app.Settle(reactor);
        }

        peers.ForEach(static peer => peer.Dispose());
        app.Settle(reactor);
        Assert.Equal((0, 1, 0), (server.NGsocks, thrower.ChildCount, network.Connections));

        Assert.Equal(6, thrower.ThrownIn.Count);
        Assert.All(thrower.ThrownIn.Values, static times => Assert.InRange(times, Crowd, 2 * Crowd));
        thrower.Gsocks.Clear();
        using (network.Connect(server.Sockname!))
        {
            app.Settle(reactor);
        }

        app.Settle(reactor);
        Assert.Single(thrower.Gsocks);
        server.Destroy();
        Assert.Equal((0, 0, 0), (thrower.ChildCount, reactor.LinkCount, network.Listeners));
    }

    [Theory, MemberData(nameof(ConnexOutputs))]
    public void A_connex_connects_again(string output)
    {
        var time = new ManualTime();
        var network = new MemoryNetwork(time) { PipeCapacity = 1000 };
        var reactor = new MemoryReactor(network);
        var log = new StringWriter();
        using var app = new GAplic(
            new GAplicOptions { Reactor = reactor, Time = time, PostCapacity = 1_000_000, Logger = new TextLogger(log, LogLevel.Error) });
        using var listener = network.Listen();
        var thrower = app.Create<Thrower>();
        var connex = thrower.Create<GConnex>("connex", connex =>
        {
            (connex.Destinations, connex.Framing) = ([new HostPort("127.0.0.1", listener.Port)], FramingFor(output));
            connex.ConfigureGsock = static gsock => (gsock.AllowHalfOpen, gsock.HighWaterMark, gsock.LowWaterMark) = (true, 100, 10);
        });
        thrower.Throws = output;
        for (var i = 0; i < Rounds / 10; i++)
        {
            MemoryPeer? peer = null;
            for (var j = 0; j < 100 && (peer = listener.Accept()) is null; j++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                app.Settle(reactor);
            }

            peer!.Send("x\n"u8);
            app.Settle(reactor);
            connex.Send(new EvSendData(new byte[2_000]));
            app.Settle(reactor);
            _ = peer.Receive();
            app.Settle(reactor);
            _ = peer.Receive();
            app.Settle(reactor);
            peer.End();
            app.Settle(reactor);
            connex.Send(new EvClose());
            app.Settle(reactor);
            peer.Dispose();
            app.Settle(reactor);
        }

        Assert.True(thrower.Thrown > 0);
        Assert.Equal(thrower.Thrown, Told(log));
        connex.Destroy();
        Assert.Equal((0, 0), (thrower.ChildCount, reactor.LinkCount));
    }

    [Theory, EveryReactor(InMemory = false)]
    public void Real_connections_end_too(ReactorKind kind)
    {
        using var app = new GAplic(new GAplicOptions { Reactor = kind == ReactorKind.Epoll && OperatingSystem.IsLinux() ? new EpollReactor() : new SocketReactor() });
        var thrower = app.Create<Thrower>();
        var server = thrower.Create<GServerSock>("server", static server => (server.Host, server.MaxConnections) = ("127.0.0.1", 3));
        thrower.Throws = nameof(EvDisconnected);
        for (var i = 0; i < 30; i++)
        {
            using (var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
            {
                peer.Connect(server.Sockname!);
                Until(() => server.NGsocks == 1);
            }

            Until(() => server.NGsocks == 0);
        }

        Assert.Equal((30, 1), (thrower.Thrown, thrower.ChildCount));

        void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(
            () =>
            {
                app.RunOnce();
                return condition();
            },
            TimeSpan.FromSeconds(60)));
    }

    /// <summary>The framing under which the peers' bytes make the event.</summary>
    private static Framing? FramingFor(string output) => output switch
    {
        nameof(EvFrame) => Framing.Lines(),
        nameof(EvFrameFault) => Framing.Lines(0, LongLines.Skip),
        _ => null,
    };

    private static TheoryData<string> Names(params MachineDescription[] machines) =>
        new(machines.SelectMany(static machine => machine.Outputs).Select(static output => output.Name).Distinct());

    /// <summary>Number of log lines. Lines of an exception begin otherwise and do not count.</summary>
    private static int Told(StringWriter log) => log.ToString().Split('\n').Count(static line => line.StartsWith("Error: ", StringComparison.Ordinal));

    private static void Try(Action action, ref int vetoes)
    {
        try
        {
            action();
        }
        catch (InvalidTimeZoneException)
        {
            // The veto of a subscriber reaches the caller that adds an endpoint.
            vetoes++;
        }
    }
}
