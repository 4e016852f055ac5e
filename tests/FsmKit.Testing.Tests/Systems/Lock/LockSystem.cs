namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>Makes a lock service, a storage and three writers, each on a loop of its own.</summary>
internal static class LockSystem
{
    public static void SetUp(World world, bool ignoresTokens)
    {
        var service = world.Loop("lock").Create<LockService>("lock");
        var storage = world.Loop("storage").Create<Storage>("storage", x => (x.World, x.IgnoresTokens) = (world, ignoresTokens));
        var writers = Enumerable.Range(1, 3)
            .Select(i => world.Loop($"writer{i}").Create<Writer>($"writer{i}", x => (x.World, x.Lock, x.Storage) = (world, service, storage)))
            .ToList();
        world.Eventually("every writer has written", () => writers.TrueForAll(static writer => writer.HasWritten));
    }
}
