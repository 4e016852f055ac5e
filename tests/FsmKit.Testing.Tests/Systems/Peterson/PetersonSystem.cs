namespace FsmKit.Testing.Tests.Systems.Peterson;

/// <summary>Makes two processes and the memory that they share, each on a loop of its own.</summary>
internal static class PetersonSystem
{
    public static void SetUp(World world, Action<Process>? configure = null, int looks = 3)
    {
        var memory = world.Loop("memory").Create<Memory>("memory");
        Process[] both = [.. Enumerable.Range(0, 2).Select(i => world.Loop($"process{i}").Create<Process>($"process{i}", x =>
        {
            (x.Memory, x.Number, x.Looks) = (memory, i, looks);
            configure?.Invoke(x);
        }))];
        world.Always("at most one process takes itself to be alone", () => !both.All(static x => x.IsAlone));
    }
}
