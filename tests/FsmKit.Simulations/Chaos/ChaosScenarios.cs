using FsmKit.Net;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Chaos;

/// <summary>Both sides of connections do anything at any time. An orderly end means that all bytes of the other side have come.</summary>
public static class ChaosScenarios
{
    private static readonly ExploreOptions Options = new()
    {
        Faults = new MemoryFaults { FragmentSends = true, FragmentReceives = true, MaxDelay = TimeSpan.FromMilliseconds(20), ShuffleReadiness = true, SpuriousReadiness = 0.1 },
        PipeCapacity = 10_000,
        MaxSteps = 50_000,
        FailOnRefusal = false,
    };

    /// <summary>The actions of the two sides alone.</summary>
    public static Scenario Plain { get; } = new("chaos", SetUp, Options, Schedules: 300);

    /// <summary>Connections break besides.</summary>
    public static Scenario Broken { get; } = new("chaos with resets", SetUp, Options with { Faults = Options.Faults with { Resets = 0.02, ConnectFailures = 0.2 } }, Schedules: 300);

    private static void SetUp(World world)
    {
        var wire = new Wire(world);
        var (settings, of) = (new ChaosSettings(world), new ChaosSettings(world));
        var server = world.Loop("server").Create<ChaosGobj>("server", x => (x.World, x.Wire, x.Settings, x.IsServer, x.Left) = (world, wire, settings, true, 20));
        List<ChaosGobj> clients = [];
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<ChaosGobj>(name, x => (x.World, x.Wire, x.Settings) = (world, wire, of))));
        }

        world.Always("a connection that is to close when it is flushed does so", () => server.ClosesInTime && clients.TrueForAll(static client => client.ClosesInTime));
        world.Always("a connection that has been idle for its time ends", () => server.EndsIdle && clients.TrueForAll(static client => client.EndsIdle));
        Leftovers.MustBeNone(world, () => [server.Gaplic]);
        world.Eventually("all clients are disconnected", () => clients.TrueForAll(static client => client.IsQuiet));
    }
}
