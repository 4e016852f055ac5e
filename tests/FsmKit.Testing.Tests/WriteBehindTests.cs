using FsmKit.Testing.Tests.Systems.WriteBehind;

namespace FsmKit.Testing.Tests;

/// <summary>A cache that writes behind, in front of a store.</summary>
public sealed class WriteBehindTests
{
    private const int Schedules = 3_000;

    [Theory]
    [InlineData(CacheMistake.EvictsDirty, FailureKind.Invariant)]
    [InlineData(CacheMistake.ForgetsOvertaking, FailureKind.Eventually)]
    [InlineData(CacheMistake.LoadsOverWrite, FailureKind.Eventually)]
    public void A_mistake_loses_a_write(CacheMistake mistake, FailureKind kind) => Found.ByChance(kind, world => WriteBehindSystem.SetUp(world, mistake), schedules: 20_000);

    [Fact]
    public void A_cache_without_a_mistake_does_not()
    {
        var found = Explore.Run(world => WriteBehindSystem.SetUp(world, CacheMistake.None), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
