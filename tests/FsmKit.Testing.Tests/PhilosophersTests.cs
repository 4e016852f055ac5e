using FsmKit.Testing.Tests.Systems.Philosophers;

namespace FsmKit.Testing.Tests;

/// <summary>Dijkstra's dining philosophers.</summary>
public sealed class PhilosophersTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void All_that_take_the_left_fork_first_starve(int count) =>
        Found.ByChance(FailureKind.Eventually, world => PhilosophersSystem.SetUp(world, count, takesLeftFirst: true));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void The_order_of_the_forks_lets_all_eat(int count) =>
        Found.NothingByChance(world => PhilosophersSystem.SetUp(world, count, meals: 2));

    [Fact]
    public void Every_way_of_two_philosophers_is_right() => Found.NothingInAnyWay(world => PhilosophersSystem.SetUp(world, count: 2));
}
