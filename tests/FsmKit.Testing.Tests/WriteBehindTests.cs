using FsmKit.Testing.Tests.Systems.WriteBehind;

namespace FsmKit.Testing.Tests;

/// <summary>A cache that writes behind, in front of a store.</summary>
public sealed class WriteBehindTests
{
    private const int Schedules = 3_000;

    private static void SetUp(World world, CacheMistake mistake)
    {
        var store = world.Loop("store").Create<Store>("store");
        var line = world.Loop("cache").Create<CacheLine>("cache", x => (x.Store, x.Mistake) = (store, mistake));
        var author = world.Loop("author").Create<Author>("author", x => (x.Line, x.Writes) = (line, 2));
        world.Loop("reader").Create<Reader>("reader", x => (x.Line, x.Author, x.World, x.Reads) = (line, author, world, 3));
        world.Loop("memory").Create<Pressure>("memory", x => (x.Line, x.World, x.Times) = (line, world, 2));
        world.Eventually("the store has what was written last", () => store.Value == 2);
    }

    [Theory]
    [InlineData(CacheMistake.EvictsDirty, FailureKind.Invariant)]
    [InlineData(CacheMistake.ForgetsOvertaking, FailureKind.Eventually)]
    [InlineData(CacheMistake.LoadsOverWrite, FailureKind.Eventually)]
    public void A_mistake_loses_a_write(CacheMistake mistake, FailureKind kind) => Found.ByChance(kind, world => SetUp(world, mistake), schedules: 20_000);

    [Fact]
    public void A_cache_without_a_mistake_does_not()
    {
        var found = Explore.Run(world => SetUp(world, CacheMistake.None), new ExploreOptions { Schedules = Schedules });
        Assert.Equal(Schedules, found.Schedules);
    }
}
