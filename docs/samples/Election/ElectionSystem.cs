using FsmKit;
using FsmKit.Testing;

namespace ElectionSample;

/// <summary>Sets up five members that may crash, a network that loses, repeats and delays, and the rules.</summary>
public static class ElectionSystem
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly LinkFaults Faults = new() { Losses = 0.1, Repeats = 0.05, Delays = 0.3, MinDelay = Tick, MaxDelay = 8 * Tick, Most = 10 };

    /// <summary>
    /// Options: 400 steps with faults, then 400 fair steps. The system has no end. The fair steps are long enough for one leader to come.
    /// </summary>
    public static ExploreOptions Options { get; } = new() { MaxSteps = 400, FairSteps = 400 };

    /// <summary>Makes one world; <paramref name="forgetsVote"/> is the bug.</summary>
    public static void SetUp(World world, bool forgetsVote)
    {
        ArgumentNullException.ThrowIfNull(world);
        var link = world.Link(Faults);
        var nodes = new List<WorldNode>();
        var leaders = new Dictionary<int, int>();
        for (var i = 1; i <= 5; i++)
        {
            var number = i;
            nodes.Add(world.Node($"node{i}", node =>
            {
                var member = node.Loop!.Create<Member>($"member{number}", x =>
                {
                    (x.Number, x.Nodes, x.Link) = (number, nodes, link);
                    x.File = new BallotFile(node.Disk.Open("ballot")) { ForgetsVote = forgetsVote };
                });
                member.Subscribe((GObj _, in EvElected e) => world.Check(
                    leaders.TryAdd(e.Term, e.Leader) || leaders[e.Term] == e.Leader, $"Term {e.Term} has two leaders, {leaders[e.Term]} and {e.Leader}."));
            }));
        }

        nodes.ForEach(static node => node.MayCrash(within: 14 * Tick, downFor: Tick / 2));
        Cut(world, nodes[world.Choose(5)], nodes[world.Choose(5)]);
        world.Eventually("there is one leader", () => nodes.Count(static node => node.Loop?.Children.OfType<Member>().Any(static member => member.IsLeader) == true) == 1);
    }

    /// <summary>Keeps two nodes apart for the first second, like a broken cable. Messages of the other nodes reach both.</summary>
    private static void Cut(World world, WorldNode one, WorldNode other)
    {
        if (one != other)
        {
            world.Separate(one.Loop!, other.Loop!);
            world.After(20 * Tick, world.Heal);
        }
    }
}
