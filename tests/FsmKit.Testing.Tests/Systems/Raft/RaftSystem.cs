namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Makes three nodes, the link between them, and their surroundings, each on a loop of its own.</summary>
internal static class RaftSystem
{
    private const int Command = 4;

    /// <summary>The elections and commands of figure 8 of the paper. Chance alone needs tens of thousands of schedules to bring them about.</summary>
    public static readonly int[] Figure8 = [0, Command, 1, Command, 0, 1];

    public static void SetUp(World world, RaftMistake mistake, params int[] opening)
    {
        var spec = new RaftSpec(world);
        var nodes = Enumerable.Range(0, 3)
            .Select(i => world.Loop($"node{i}").Create<Node>($"node{i}", x => (x.Number, x.Spec, x.Mistake) = (i, spec, mistake)))
            .ToList();
        var link = world.Link(new LinkFaults { Losses = 0.25, Delays = 0.25, MinDelay = Surroundings.Rest / 2, MaxDelay = Surroundings.Rest * 4, Most = 8 });
        foreach (var node in nodes)
        {
            (node.Nodes, node.Link) = (nodes, link);
        }

        world.Loop("surroundings").Create<Surroundings>("surroundings", x => (x.World, x.Nodes, x.Times, x.Opening) = (world, nodes, 10, opening));
        spec.Watch(nodes);
    }
}
