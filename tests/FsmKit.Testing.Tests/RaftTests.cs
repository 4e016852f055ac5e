using FsmKit.Testing.Tests.Systems.Raft;

namespace FsmKit.Testing.Tests;

/// <summary>Raft, and common mistakes in it.</summary>
[Trait("Category", "Slow")]
public sealed class RaftTests
{
    private const int Schedules = 3_000;

    [Theory]
    [InlineData(RaftMistake.VotesTwice, 25)]
    [InlineData(RaftMistake.ForgetsVote, 25)]
    [InlineData(RaftMistake.VotesForOldLog, 25)]
    [InlineData(RaftMistake.KeepsConflicts, 25)]
    [InlineData(RaftMistake.RemovesMatches, 25)]
    [InlineData(RaftMistake.CountsHalf, 25)]
    [InlineData(RaftMistake.AcceptsOldLeader, 25)]
    [InlineData(RaftMistake.StaysLeader, 25)]
    [InlineData(RaftMistake.CommitsBeyondLast, 25)]
    public void A_mistake_breaks_what_Raft_promises(RaftMistake mistake, int longest) => Finds(world => RaftSystem.SetUp(world, mistake), longest);

    [Fact]
    public void An_entry_of_an_old_term_that_is_committed_by_counting_is_lost_in_figure_8() =>
        Finds(world => RaftSystem.SetUp(world, RaftMistake.CommitsOldTerm, RaftSystem.Figure8), longest: 25);

    private static void Finds(Action<World> setUp, int longest) => Found.ByChance(FailureKind.Invariant, setUp, schedules: 20_000, longest);

    [Fact]
    public void Raft_without_a_mistake_keeps_what_it_promises()
    {
        var found = Explore.Run(world => RaftSystem.SetUp(world, RaftMistake.None), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }

    [Fact]
    public void Raft_without_a_mistake_survives_figure_8()
    {
        var found = Explore.Run(world => RaftSystem.SetUp(world, RaftMistake.None, RaftSystem.Figure8), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
