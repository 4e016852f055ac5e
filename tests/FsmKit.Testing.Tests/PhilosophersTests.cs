using FsmKit.Testing.Tests.Systems.Philosophers;

namespace FsmKit.Testing.Tests;

/// <summary>Dijkstra's dining philosophers.</summary>
public sealed class PhilosophersTests
{
    private static void SetUp(World world, int count, bool takesLeftFirst = false, int meals = 1)
    {
        Fork[] forks = [.. Enumerable.Range(0, count).Select(i => world.Loop($"fork{i}").Create<Fork>($"fork{i}", x => x.Number = i))];
        for (var i = 0; i < count; i++)
        {
            var (left, right) = (forks[i], forks[(i + 1) % count]);
            world.Loop($"philosopher{i}").Create<Philosopher>($"philosopher{i}", x => (x.Left, x.Right, x.TakesLeftFirst, x.Meals) = (left, right, takesLeftFirst, meals));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void All_that_take_the_left_fork_first_starve(int count) =>
        Found.ByChance(FailureKind.Eventually, world => SetUp(world, count, takesLeftFirst: true));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void The_order_of_the_forks_lets_all_eat(int count) =>
        Found.NothingByChance(world => SetUp(world, count, meals: 2));

    [Fact]
    public void Every_way_of_two_philosophers_is_right() => Found.NothingInAnyWay(world => SetUp(world, count: 2));
}
