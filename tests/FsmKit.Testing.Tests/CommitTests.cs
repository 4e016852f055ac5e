using FsmKit.Testing.Tests.Systems.Commit;

namespace FsmKit.Testing.Tests;

/// <summary>Two-phase commit, after P's tutorial.</summary>
public sealed class CommitTests
{
    [Fact]
    public void Two_clients_that_write_one_key_read_what_the_other_wrote() => Found.ByChance(FailureKind.Invariant, static world => CommitSystem.SetUp(world, clients: 2));

    [Fact]
    public void A_coordinator_that_does_not_wait_for_all_votes_is_found() => Found.ByChance(FailureKind.Invariant, static world => CommitSystem.SetUp(world, clients: 1, isHasty: true, refuses: true));

    [Fact]
    public void Clients_with_a_key_each_read_what_they_wrote() => Found.NothingByChance(static world => CommitSystem.SetUp(world, clients: 2, sharesKey: false));
}
