using FsmKit.Net;
using FsmKit.Testing.Tests.Systems.Lines;

namespace FsmKit.Testing.Tests;

/// <summary>Sockets of loops that are kept apart.</summary>
public sealed class SeparateTests
{
    private static readonly MemoryFaults Slow = new() { FragmentSends = true, FragmentReceives = true, MaxDelay = TimeSpan.FromMilliseconds(50) };

    private static LineClient SetUp(World world, TimeSpan? healsAfter)
    {
        var server = world.Loop("server");
        server.Create<LineServer>("server");
        var client = world.Loop("client").Create<LineClient>("client");
        world.Loop("cable", _ =>
        {
            world.Separate(server, client.Gaplic);
            if (healsAfter is { } time)
            {
                world.After(time, world.Heal);
            }
        });
        return client;
    }

    [Fact]
    public void What_they_send_waits_until_they_are_together_again()
    {
        var late = 0;
        Explore.Run(
            world =>
            {
                var client = SetUp(world, healsAfter: TimeSpan.FromSeconds(2));
                world.Eventually("the lengths of both lines are right", () => client.Lengths is [3, 5]);
                world.Eventually("it is counted", () => world.Elapsed < TimeSpan.FromSeconds(2) || ++late > 0);
            },
            new ExploreOptions { Faults = Slow });
        Assert.InRange(late, 900, 1000);
    }

    [Fact]
    public void Nothing_comes_while_they_are_apart()
    {
        var (answered, silent) = (0, 0);
        Explore.Run(
            world =>
            {
                var client = SetUp(world, healsAfter: null);
                world.Eventually("it is counted", () => (client.Lengths is [3, 5] ? ++answered : ++silent) > 0);
            },
            new ExploreOptions { Faults = Slow });
        Assert.Equal(1000, answered + silent);
        Assert.InRange(silent, 500, 1000);
    }
}
