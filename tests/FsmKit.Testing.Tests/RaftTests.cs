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
        var link = world.Link(new LinkFaults { Losses = 0.25, Delays = 0.25, MinDelay = Surroundings.Rest / 2, MaxDelay = Surroundings.Rest * 4, Most = 8 });
        foreach (var node in nodes)
        {
            (node.Nodes, node.Link) = (nodes, link);
        }

        world.Loop("surroundings").Create<Surroundings>("surroundings", x => (x.World, x.Nodes, x.Times, x.Opening) = (world, nodes, 10, opening));
        spec.Watch(nodes);
    }

    [Theory]
    [InlineData(RaftMistake.VotesTwice, 25)]
    [InlineData(RaftMistake.ForgetsVote, 25)]
    [InlineData(RaftMistake.VotesForOldLog, 25)]
    [InlineData(RaftMistake.KeepsConflicts, 25)]
    [InlineData(RaftMistake.RemovesMatches, 25)]
    [InlineData(RaftMistake.CountsHalf, 25)]
    [InlineData(RaftMistake.AcceptsOldLeader, 30)]
    [InlineData(RaftMistake.StaysLeader, 25)]
    [InlineData(RaftMistake.CommitsBeyondLast, 30)]
    public void A_mistake_breaks_what_Raft_promises(RaftMistake mistake, int longest) => Finds(world => SetUp(world, mistake), longest);

    [Fact]
    public void An_entry_of_an_old_term_that_is_committed_by_counting_is_lost_in_figure_8() =>
        Finds(world => SetUp(world, RaftMistake.CommitsOldTerm, Figure8), longest: 40);

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
