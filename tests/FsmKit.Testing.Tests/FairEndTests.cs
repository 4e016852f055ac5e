using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Systems that never rest, and events that have to come in them.</summary>
[Trait("Category", "Slow")]
public sealed class FairEndTests
{
    private static readonly ExploreOptions Fair = new() { Schedules = 30, MaxSteps = 200, FairSteps = 200 };

    /// <summary>Two loops that are busy for ever, and a gobj that waits for an order to go.</summary>
    private static void SetUp(World world, bool goes)
    {
        var waiter = world.Loop("waiter").Create<Waiter>("waiter");
        foreach (var name in (string[])["one", "other"])
        {
            Worker? worker = null;
            worker = world.Loop(name).Create<Worker>(name, x => x.Does = number =>
            {
                worker!.Post(new EvDo(number + 1));
                if (goes && number == 150)
                {
                    waiter.Post(new EvGo());
                }
            });
            worker.Post(new EvDo(0));
        }

        world.Eventually("the waiter is served", () => waiter.StateName == "Served");
    }

    [Fact]
    public void A_hot_state_that_is_not_left_in_the_fair_steps_is_a_livelock()
    {
        var failure = Explore.Find(static world => SetUp(world, goes: false), Fair).Failure;
        Assert.Equal(FailureKind.Livelock, failure?.Kind);
        Assert.Contains("waiter", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("Waiting", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the waiter is served", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, Explore.Replay(failure.Choices, static world => SetUp(world, goes: false), Fair)?.Message);
    }

    [Fact]
    public void What_comes_in_the_fair_steps_is_enough()
    {
        var found = Explore.Run(static world => SetUp(world, goes: true), Fair);
        Assert.Equal((30, 0), (found.Schedules, found.CutOff));
    }

    [Fact]
    public void Without_fair_steps_a_schedule_is_cut_off() =>
        Assert.Equal(30, Explore.Run(static world => SetUp(world, goes: false), Fair with { FairSteps = 0 }).CutOff);

    [Fact]
    public void The_fair_end_of_an_exhaustive_search_has_one_way() =>
        Assert.Equal(FailureKind.Livelock, Explore.Find(static world => SetUp(world, goes: false), Fair with { Strategy = Strategy.Exhaustive, Schedules = 1 }).Failure?.Kind);
}
