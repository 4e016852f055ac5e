using FsmKit.Testing.Tests.Systems.Commit;

namespace FsmKit.Testing.Tests;

/// <summary>Two-phase commit, after P's tutorial.</summary>
public sealed class CommitTests
{
    private static void SetUp(World world, int clients, bool isHasty = false, bool sharesKey = true, bool refuses = false)
    {
        var coordinator = world.Loop("coordinator").Create<Coordinator>("coordinator", x => x.IsHasty = isHasty);
        coordinator.Participants = [.. Enumerable.Range(1, 3).Select(i => world.Loop($"participant{i}").Create<Participant>($"participant{i}", x => (x.Coordinator, x.RefusesToVote) = (coordinator, refuses ? world.Choose : null)))];
        for (var i = 1; i <= clients; i++)
        {
            var (name, value) = ($"client{i}", i);
            world.Loop(name, loop => loop.Create<Client>(name, x => (x.Coordinator, x.World, x.Value, x.Key) = (coordinator, world, value, sharesKey ? "x" : name)));
        }
    }

    [Fact]
    public void Two_clients_that_write_one_key_read_what_the_other_wrote() => Found.ByChance(FailureKind.Invariant, static world => SetUp(world, clients: 2));

    [Fact]
    public void A_coordinator_that_does_not_wait_for_all_votes_is_found() => Found.ByChance(FailureKind.Invariant, static world => SetUp(world, clients: 1, isHasty: true, refuses: true));

    [Fact]
    public void Clients_with_a_key_each_read_what_they_wrote() => Found.NothingByChance(static world => SetUp(world, clients: 2, sharesKey: false));
}
