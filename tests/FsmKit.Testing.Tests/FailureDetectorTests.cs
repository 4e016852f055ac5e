using FsmKit.Testing.Tests.Systems.FailureDetector;

namespace FsmKit.Testing.Tests;

/// <summary>A detector of nodes that are shut down, after P's fourth tutorial.</summary>
public sealed class FailureDetectorTests
{
    private static void SetUp(World world, Action<Detector>? configure = null, int nodes = 2, int strikes = 2, int losses = 1)
    {
        var watch = world.Loop("watch").Create<CrashWatch>("watch");
        var client = world.Loop("client").Create<Client>("client", x => x.Watch = watch);
        var detector = world.Loop("detector").Create<Detector>("detector", x =>
        {
            x.Client = client;
            configure?.Invoke(x);
        });
        for (var i = 1; i <= nodes; i++)
        {
            detector.Nodes.Add(world.Loop($"node{i}").Create<Node>($"node{i}", x => (x.Detector, x.Watch, x.World, x.Losses) = (detector, watch, world, losses)));
        }

        world.Loop("injector").Create<Injector>("injector", x => (x.Nodes, x.World, x.Strikes) = ([.. detector.Nodes], world, strikes));
        world.Always("who is called dead is dead", () => client.Dead.All(static node => !node.IsAlive));
    }

    [Fact]
    public void A_ping_that_is_not_sent_again_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, x => x.Attempts = 1));

    [Fact]
    public void A_notification_that_is_dropped_is_found() =>
        Found.ByChance(FailureKind.Eventually, world => SetUp(world, x => x.IsForgetful = true));

    [Fact]
    public void The_correct_detector_survives() => Found.NothingByChance(world => SetUp(world, nodes: 3));

    [Fact]
    public void Every_way_of_one_crash_is_right() => Found.NothingInAnyWay(world => SetUp(world, x => x.Rounds = 2, strikes: 1, losses: 0));
}
