namespace FsmKit.Testing.Tests.Systems.Philosophers;

/// <summary>Makes philosophers and a fork between each two of them, each on a loop of its own.</summary>
internal static class PhilosophersSystem
{
    public static void SetUp(World world, int count, bool takesLeftFirst = false, int meals = 1)
    {
        Fork[] forks = [.. Enumerable.Range(0, count).Select(i => world.Loop($"fork{i}").Create<Fork>($"fork{i}", x => x.Number = i))];
        for (var i = 0; i < count; i++)
        {
            var (left, right) = (forks[i], forks[(i + 1) % count]);
            world.Loop($"philosopher{i}").Create<Philosopher>($"philosopher{i}", x => (x.Left, x.Right, x.TakesLeftFirst, x.Meals) = (left, right, takesLeftFirst, meals));
        }
    }
}
