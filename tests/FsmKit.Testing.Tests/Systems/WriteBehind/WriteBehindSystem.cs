namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Makes a cache in front of a store, its author, its reader and a lack of memory, each on a loop of its own.</summary>
internal static class WriteBehindSystem
{
    public static void SetUp(World world, CacheMistake mistake)
    {
        var store = world.Loop("store").Create<Store>("store");
        var line = world.Loop("cache").Create<CacheLine>("cache", x => (x.Store, x.Mistake) = (store, mistake));
        var author = world.Loop("author").Create<Author>("author", x => (x.Line, x.Writes) = (line, 2));
        world.Loop("reader").Create<Reader>("reader", x => (x.Line, x.Author, x.World, x.Reads) = (line, author, world, 3));
        world.Loop("memory").Create<Pressure>("memory", x => (x.Line, x.World, x.Times) = (line, world, 2));
        world.Eventually("the store has what was written last", () => store.Value == 2);
    }
}
