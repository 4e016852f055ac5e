using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Failover;

/// <summary>A connex with several destinations. Some refuse, are silent or have no address, until all listen.</summary>
public static class FailoverScenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Time after which a connection on demand is idle.</summary>
    private static readonly TimeSpan Inactivity = TimeSpan.FromMilliseconds(50);

    /// <summary>Each destination is tried in turn and for the whole timeout, and no question is sent after its timeout.</summary>
    public static Scenario Failover { get; } = new(
        "failover", SetUp, new ExploreOptions { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(20), FragmentSends = false } }, Schedules: 400);

    private static void SetUp(World world)
    {
        var (places, book) = (new Places(world), new AnswerBook(world));
        var turns = new Turns(world, places, Patience);
        var (meddles, isOnDemand, timeout) = (world.Choose(), world.Choose(), TimeSpan.FromMilliseconds(world.Choose(0, 150, 700)));
        var framing = world.Choose(null, Framing.Lines(AnswerBook.LongestLine), Framing.Lines(AnswerBook.LongestLine, LongLines.Skip));
        var isHalfOpen = world.Choose();
        book.Timeout = timeout > TimeSpan.Zero ? timeout : null;
        void Configure(GConnex connex)
        {
            (connex.Destinations, connex.TimeoutWaitingConnected, connex.QueueTimeout, connex.Framing) = (places.Destinations, Patience, timeout, framing);
            (connex.TimeoutBetweenConnections, connex.MaxBackoff) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));
            (connex.TimeoutInactivity, connex.JitterSource) = (isOnDemand ? Inactivity : TimeSpan.Zero, new PauseRandom(turns.Pause));
            connex.ConfigureGsock = gsock =>
            {
                gsock.AllowHalfOpen = isHalfOpen;
                gsock.Resolver = (host, _) =>
                {
                    turns.Attempt(host);
                    return places.Resolve(host);
                };
            };
        }

        var server = world.Loop("server").Create<Answerer>("server", x => (x.World, x.Book, x.OnTheWay) = (world, book, TimeSpan.FromSeconds(1)));
        places.Open(server.Server);
        world.After(TimeSpan.FromMilliseconds(world.Choose(300, 2000)), () => places.OpenAll(server.Server));
        var client = world.Loop("client").Create<Asker>("client", x => (x.World, x.Book, x.Turns, x.Meddles, x.Configure) = (world, book, turns, meddles, Configure));
        world.Always("a connex tries all destinations before it rests", () => !turns.IsTrying || client.Connex.StateName != "Disconnected");
        world.Always("no question waits longer than it may", () => client.Connex.QueuedMessages == 0 || timeout == TimeSpan.Zero || world.Elapsed <= book.Asked[^client.Connex.QueuedMessages] + timeout);
        world.Always("no attempt lasts longer than it may", () => client.Connex.StateName != "WaitConnected" || world.Elapsed <= turns.Latest);
        world.Always("a connection is closed only when it has been idle for its time", () => client.Connex.StateName != "Closing" || client.Idle is not { } idle || idle >= Inactivity - Turns.Tick);
        world.Always("a connex does not count as connected while it closes", () => client.HasFault || client.Connex is not { IsConnected: true, Gsock.StateName: "Lingering" });
        world.Always("a connection that is dropped ends at once", () => client.DroppedAt is not { } at || at == world.Elapsed);
        world.Eventually("nothing waits to be sent", () => client is { IsOver: true, Connex.QueuedMessages: 0 });
        world.Eventually("each question came, or was too old", () => meddles || book.Received + client.Connex.ExpiredMessages == book.Asked.Count);
        world.Eventually("there is a connection, or none is needed", () => isOnDemand ? client.Connex.IsDisconnected : client.Connex.IsConnected);
        world.Eventually("a connection that is kept has told that all is transmitted", () => isOnDemand || client.IsReady);
        world.Eventually("no connection is half open", () => !server.Waits);
        world.Eventually("only that connection is left", () => world.Network.Connections == (isOnDemand ? 0 : 1) && server.Open == world.Network.Connections);
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(20));
    }
}
