using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Prefaces;

/// <summary>A server behind a proxy lets few connections be unfinished: those that stall make room for the others.</summary>
public static class PrefaceScenarios
{
    /// <summary>Each client that sends a whole header gets its message back, even while others stall.</summary>
    public static Scenario Crowded { get; } = new(
        "crowded server", SetUp, new ExploreOptions { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(10) }, MaxSteps = 5000 }, Schedules: 150);

    private static void SetUp(World world)
    {
        var (most, room) = (world.Choose(1, 2), world.Choose(0, 1, 2));
        void Configure(GServerSock server)
        {
            (server.ProxyFrom, server.MaxHandshakes, server.MaxConnections) = (AddressRanges.Parse("127.0.0.1"), most, room);
            (server.ProxyTimeout, server.HandshakePatience) = (TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200));
        }

        var server = world.Loop("server").Create<EchoServer>("server", x => (x.World, x.IsHalfOpen, x.Configure) = (world, true, Configure));
        List<ProxyClient> clients = [];
        for (var i = 1; i <= 4; i++)
        {
            var (name, stalls) = ($"client{i}", world.Choose());
            world.Loop(name, loop => clients.Add(loop.Create<ProxyClient>(name, x => (x.World, x.Stalls) = (world, stalls))));
        }

        world.Always("no more connections are unfinished than may be", () => server.Server.HandshakeCount <= most);
        world.Eventually("who does not stall is served", () => clients.TrueForAll(static client => client.IsServed != client.Stalls));
        world.Eventually("who stalls is refused", () => server.Server.Refusals == clients.Count(static client => client.Stalls));
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(10));
        Leftovers.MustBeNone(world, () => [server.Gaplic]);
    }
}
