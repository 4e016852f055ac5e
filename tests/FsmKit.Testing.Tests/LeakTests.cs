using FsmKit.Testing.Tests.Systems.Lines;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Gobjs, timers and sockets that are left at the end of a schedule.</summary>
public sealed class LeakTests
{
    [Fact]
    public void What_gobjs_leave_behind_when_they_are_destroyed_is_a_leak()
    {
        static void SetUp(World world) => world.Loop("house").Create<Heir>("first", x => x.HasHeir = world.Choose());

        var failure = Explore.Find(SetUp).Failure;
        Assert.Equal(FailureKind.Leak, failure?.Kind);
        Assert.Contains("house", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("1 gobjs, 1 timers and 0 sockets", failure.Message, StringComparison.Ordinal);
        Assert.Null(Explore.Find(SetUp, new ExploreOptions { CheckLeaks = false }).Failure);
    }

    [Fact]
    public void What_is_destroyed_at_the_end_is_not_in_the_trace()
    {
        var trace = Simulation.Run(1, static world =>
        {
            world.Loop("server").Create<LineServer>("server");
            world.Loop("client").Create<LineClient>("client");
        });
        Assert.DoesNotContain("Disconnected", trace.Steps[^1].Event, StringComparison.Ordinal);
    }

    [Fact]
    public void Gobjs_of_all_loops_are_counted()
    {
        Explore.Run(
            static world =>
            {
                var (one, other) = (world.Loop("one"), world.Loop("other"));
                one.Create<Worker>();
                var parent = other.Create<Worker>();
                parent.Create<Worker>();
                other.Create<Deadline>();
                world.Always("there are three", () => other.IsDestroyed || (world.Count<Worker>(), world.Count<Deadline>()) == (3, 1));
                world.Loop("killer", _ => world.Kill(other));
                world.Eventually("one is left", () => (world.Count<Worker>(), world.Count<Deadline>()) == (1, 0));
            },
            new ExploreOptions { Schedules = 10 });
    }
}
