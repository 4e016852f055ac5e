using FsmKit.Net;
using FsmKit.Testing.Tests.Systems.Lines;

namespace FsmKit.Testing.Tests;

/// <summary>The network of a world.</summary>
public sealed class NetworkTests
{
    private static readonly MemoryFaults Slow = new() { FragmentSends = true, FragmentReceives = true, MaxDelay = TimeSpan.FromMilliseconds(50), ShuffleReadiness = true };

    private static LineClient SetUp(World world, bool isNaive = false)
    {
        world.Loop("server").Create<LineServer>("server", x => x.IsNaive = isNaive);
        var client = world.Loop("client").Create<LineClient>("client");
        world.Eventually("the lengths of both lines are right", () => client.IsOver || client.Lengths is [3, 5]);
        return client;
    }

    [Fact]
    public void Sockets_of_all_loops_are_in_it_and_their_bytes_come_in_parts_and_late()
    {
        var found = Explore.Run(static world => SetUp(world), new ExploreOptions { Faults = Slow });
        Assert.Equal((1000, 0), (found.Schedules, found.CutOff));
    }

    [Fact]
    public void Bytes_have_the_time_at_which_they_are_read_also_when_nothing_else_happens_in_between() => Explore.Run(
        static world =>
        {
            var client = SetUp(world);
            world.Eventually("the last activity is the last read", () =>
                client.Children.OfType<GSock>().Single().LastActivity is { } last && client.LastRead - last < TimeSpan.FromMilliseconds(1));
        },
        new ExploreOptions { Faults = Slow, Schedules = 100 });

    [Fact]
    [Trait("Category", "Slow")]
    public void A_server_that_takes_a_read_for_a_line_is_found()
    {
        static void Naive(World world) => SetUp(world, isNaive: true);
        Assert.Null(Explore.Find(static world => SetUp(world)).Failure);
        var failure = Explore.Find(Naive, new ExploreOptions { Faults = Slow }).Failure;
        Assert.Equal(FailureKind.Eventually, failure?.Kind);
        Assert.Equal(failure!.Message, Explore.Replay(failure.Choices, Naive, new ExploreOptions { Faults = Slow })?.Message);
        Assert.InRange(failure.Trace.Steps.Count, 1, 60);
    }

    [Fact]
    public void Connections_are_reset()
    {
        var over = 0;
        Explore.Run(
            world =>
            {
                var client = SetUp(world);
                world.Eventually("it is counted", () => client.IsOver ? ++over > 0 : true);
            },
            new ExploreOptions { Faults = Slow with { Resets = 0.05, ConnectFailures = 0.1 } });
        Assert.InRange(over, 100, 900);
    }

    [Fact]
    public void A_loop_that_is_killed_takes_its_connections_with_it()
    {
        var over = 0;
        Explore.Run(world =>
        {
            world.Loop("server").Create<LineServer>("server");
            var client = world.Loop("client").Create<LineClient>("client");
            world.Loop("killer", _ => world.Kill(world.Loops[0]));
            world.Eventually("it is counted", () => client.IsOver ? ++over > 0 : client.Lengths is [3, 5]);
        });
        Assert.Equal(1000, over);
    }

    [Fact]
    public void What_is_under_way_to_loops_that_are_gone_ends_too()
    {
        var found = Explore.Run(
            static world =>
            {
                world.Loop("server").Create<LineServer>("server");
                world.Loop("client").Create<LineClient>("client");
                world.Loop("killer", _ =>
                {
                    world.Kill(world.Loops[0]);
                    world.Kill(world.Loops[1]);
                });
            },
            new ExploreOptions { Faults = Slow, Schedules = 300 });
        Assert.Equal((300, 0), (found.Schedules, found.CutOff));
    }

    [Fact]
    public void Only_a_loop_of_the_world_is_killed() => Simulation.Run(1, static world =>
    {
        using var other = new GAplic("other");
        Assert.Throws<ArgumentException>(() => world.Kill(other));
    });
}
