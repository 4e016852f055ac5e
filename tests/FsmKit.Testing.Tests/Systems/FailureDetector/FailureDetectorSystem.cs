namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Makes a detector, its nodes, a client, an injector of crashes and a watch, each on a loop of its own.</summary>
internal static class FailureDetectorSystem
{
    public static void SetUp(World world, Action<Detector>? configure = null, int nodes = 2, int strikes = 2, int losses = 1)
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
}
