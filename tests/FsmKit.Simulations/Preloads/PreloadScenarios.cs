using System.Net;
using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Preloads;

/// <summary>Output that is written before a connection, and gsocks that are destroyed after a connection or used again.</summary>
public static class PreloadScenarios
{
    private static readonly ExploreOptions Options = new() { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(20), ConnectFailures = 0.2 } };

    /// <summary>Each byte comes in order, after the flush.</summary>
    public static Scenario Written { get; } = new("written early", static world => SetUp(world, overflow: null), Options);

    /// <summary>The same with more output than may wait.</summary>
    public static Scenario Full { get; } = new("written early and too much", static world => SetUp(world, overflow: 2100), Options with { FailOnRefusal = false });

    private static void SetUp(World world, int? overflow)
    {
        Dictionary<EndPoint, Load> loads = [];
        var server = world.Loop("server").Create<Collector>("server", x => (x.World, x.Loads) = (world, loads));
        var client = world.Loop("client").Create<Preloader>("client", x => (x.World, x.Loads, x.Overflow, x.IsForgetful) = (world, loads, overflow, world.Choose()));
        world.Eventually("every connection has ended", () => client.Left == 0 && server.Open == 0);
        world.Eventually("a gsock stays if it is to", () => client.Children.OfType<GSock>().Any() != client.IsForgetful);
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(2));
        Leftovers.MustBeNone(world, () => [server.Gaplic]);
    }
}
