using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Dialing;

/// <summary>Clients connect by a name that has some addresses, at one of two ports: some refuse, some are silent, some listen.</summary>
public static class DialScenario
{
    /// <summary>A connection comes about where one can, at the first port that one can, and in time.</summary>
    public static Scenario Dialing { get; } = new(
        "dialing", SetUp, new ExploreOptions { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(20) } }, Schedules: 400);

    private static void SetUp(World world)
    {
        var plan = new DialPlan(world);
        var server = world.Loop("server").Create<EchoServer>("server", x => (x.World, x.Configure) = (world, static server => server.AutoListen = false));
        foreach (var address in plan.Silent)
        {
            world.Network.SetBlackHole(address);
        }

        foreach (var endpoint in plan.Listening)
        {
            server.Server.AddEndpoint(endpoint);
        }

        world.Loop("client", loop => loop.Create<Dialer>("dialer", x => (x.World, x.Plan) = (world, plan)));
        world.Eventually("every connection has ended at the server too", () => server.Open == 0);
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(8));
        Leftovers.MustBeNone(world, () => [server.Gaplic]);
    }
}
