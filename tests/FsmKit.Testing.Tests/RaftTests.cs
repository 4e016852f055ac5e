using FsmKit.Testing.Tests.Systems.Raft;

namespace FsmKit.Testing.Tests;

/// <summary>Raft, and what can be done wrong in it.</summary>
public sealed class RaftTests
{
    private const int Schedules = 3_000;
    private const int Command = 4;

    /// <summary>The elections and commands of figure 8 of the paper. Chance alone needs tens of thousands of schedules to bring them about.</summary>
    private static readonly int[] Figure8 = [0, Command, 1, Command, 0, 1];

    private static void SetUp(World world, RaftMistake mistake, params int[] opening)
    {
        var spec = new RaftSpec(world);
        var nodes = Enumerable.Range(0, 3)
            .Select(i => world.Loop($"node{i}").Create<Node>($"node{i}", x => (x.Number, x.Spec, x.Mistake) = (i, spec, mistake)))
            .ToList();
        var weather = new Weather(world, losses: 6, delays: 2);
        foreach (var node in nodes)
        {
            node.Links = [.. nodes.Select(target => target == node ? null : MakeLink(world, node, target, weather))];
        }

        world.Loop("surroundings").Create<Surroundings>("surroundings", x => (x.World, x.Nodes, x.Times, x.Opening) = (world, nodes, 10, opening));
        spec.Watch(nodes);
    }

    private static Link MakeLink(World world, Node source, Node target, Weather weather)
    {
        var name = $"link{source.Number}{target.Number}";
        return world.Loop(name).Create<Link>(name, x => (x.Target, x.Weather) = (target, weather));
    }

    /// <summary>Bounds the trace, too: a message is two steps of it, one to the link and one to the node, so two elections do not fit into 25.</summary>
    [Theory]
    [InlineData(RaftMistake.VotesTwice, 25)]
    [InlineData(RaftMistake.ForgetsVote, 25)]
    [InlineData(RaftMistake.VotesForOldLog, 35)]
    [InlineData(RaftMistake.KeepsConflicts, 45)]
    [InlineData(RaftMistake.RemovesMatches, 50)]
    [InlineData(RaftMistake.CountsHalf, 25)]
    [InlineData(RaftMistake.AcceptsOldLeader, 60)]
    [InlineData(RaftMistake.StaysLeader, 30)]
    [InlineData(RaftMistake.CommitsBeyondLast, 50)]
    public void A_mistake_breaks_what_Raft_promises(RaftMistake mistake, int longest) => Finds(world => SetUp(world, mistake), longest);

    [Fact]
    public void An_entry_of_an_old_term_that_is_committed_by_counting_is_lost_in_figure_8() =>
        Finds(world => SetUp(world, RaftMistake.CommitsOldTerm, Figure8), longest: 80);

    private static void Finds(Action<World> setUp, int longest) => Found.ByChance(FailureKind.Invariant, setUp, schedules: 20_000, longest);

    [Fact]
    public void Raft_without_a_mistake_keeps_what_it_promises()
    {
        var found = Explore.Run(world => SetUp(world, RaftMistake.None), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }

    [Fact]
    public void Raft_without_a_mistake_survives_figure_8()
    {
        var found = Explore.Run(world => SetUp(world, RaftMistake.None, Figure8), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
