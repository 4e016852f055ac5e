using FsmKit.Testing.Tests.Systems.Lock;

namespace FsmKit.Testing.Tests;

/// <summary>A distributed lock with leases, after Kleppmann's "How to do distributed locking".</summary>
public sealed class LockTests
{
    private const int Schedules = 3_000;

    private static void SetUp(World world, bool ignoresTokens)
    {
        var service = world.Loop("lock").Create<LockService>("lock");
        var storage = world.Loop("storage").Create<Storage>("storage", x => (x.World, x.IgnoresTokens) = (world, ignoresTokens));
        var writers = Enumerable.Range(1, 3)
            .Select(i => world.Loop($"writer{i}").Create<Writer>($"writer{i}", x => (x.World, x.Lock, x.Storage) = (world, service, storage)))
            .ToList();
        world.Eventually("every writer has written", () => writers.TrueForAll(static writer => writer.HasWritten));
    }

    [Fact]
    public void A_storage_that_ignores_tokens_takes_the_write_of_a_writer_that_slept_past_its_lease() =>
        Found.ByChance(FailureKind.Invariant, static world => SetUp(world, ignoresTokens: true), schedules: 20_000);

    [Fact]
    public void A_storage_that_refuses_old_tokens_does_not()
    {
        var found = Explore.Run(world => SetUp(world, ignoresTokens: false), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
