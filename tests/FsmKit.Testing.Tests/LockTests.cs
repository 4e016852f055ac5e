using FsmKit.Testing.Tests.Systems.Lock;

namespace FsmKit.Testing.Tests;

/// <summary>A distributed lock with leases, after Kleppmann's "How to do distributed locking".</summary>
public sealed class LockTests
{
    private const int Schedules = 3_000;

    [Fact]
    public void A_storage_that_ignores_tokens_takes_the_write_of_a_writer_that_slept_past_its_lease() =>
        Found.ByChance(FailureKind.Invariant, static world => LockSystem.SetUp(world, ignoresTokens: true), schedules: 20_000);

    [Fact]
    public void A_storage_that_refuses_old_tokens_does_not()
    {
        var found = Explore.Run(world => LockSystem.SetUp(world, ignoresTokens: false), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
