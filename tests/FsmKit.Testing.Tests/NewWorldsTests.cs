using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>A world that cannot be set back is made anew, and the result names the reason.</summary>
public sealed class NewWorldsTests
{
    private static readonly ExploreOptions States = new() { Strategy = Strategy.States, Schedules = 10_000 };

    private static void Pair(World world, Action<int> does)
    {
        for (var i = 0; i < 2; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>(configure: x => x.Does = does);
            worker.Post(new EvDo(1));
            worker.Post(new EvDo(2));
        }
    }

    [Fact]
    public void A_task_cannot_be_set_back()
    {
        var found = Explore.Run(
            static world =>
            {
                var ends = new TaskCompletionSource();
                Pair(world, _ => world.Check(!ends.Task.IsCompleted, "The task has ended."));
            },
            States);
        Assert.Contains(nameof(TaskCompletionSource), found.NewWorldsReason, StringComparison.Ordinal);
        Assert.Equal((9, true), (found.States, found.IsComplete));
    }

    [Fact]
    public void A_variable_of_before_that_each_set_up_resets_is_not_set_back()
    {
        var count = 0;
        var found = Explore.Run(
            world =>
            {
                count = 0;
                Pair(world, _ => count++);
                world.Eventually("each event is counted once", () => count == 4);
            },
            States);
        Assert.Contains("which the set-up did not make", found.NewWorldsReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_before_keeps_what_all_schedules_put_into_it()
    {
        var all = new List<int>();
        var found = Explore.Run(world => Pair(world, all.Add), States with { Schedules = 10 });
        Assert.Contains("List", found.NewWorldsReason, StringComparison.Ordinal);
        Assert.True(all.Count > found.States);
    }

    [Fact]
    public void A_variable_of_before_that_nothing_changes_makes_no_difference()
    {
        var most = new[] { 2 };
        var found = Explore.Run(world => Pair(world, number => world.Check(number <= most[0], "The number is too large.")), States);
        Assert.Equal((null, 9, true), (found.NewWorldsReason, found.States, found.IsComplete));
    }

    [Fact]
    public void Coverage_counts_each_schedule_from_its_beginning() =>
        Assert.Contains("coverage", Explore.Run(static world => Pair(world, static _ => { }), States with { Coverage = new Coverage() }).NewWorldsReason, StringComparison.Ordinal);

    [Fact]
    public void Other_strategies_say_nothing_of_it() => Assert.Null(Explore.Run(static world => Pair(world, static _ => { }), States with { Strategy = Strategy.Exhaustive }).NewWorldsReason);
}
