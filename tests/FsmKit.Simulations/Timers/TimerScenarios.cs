using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Timers;

/// <summary>Timers as gobjs: set, set again, stopped and destroyed at any moment.</summary>
public static class TimerScenarios
{
    /// <summary>Timers that agree with a plain model at each moment.</summary>
    public static Scenario Timers { get; } = new("timers", SetUp, new ExploreOptions(), Schedules: 2000);

    private static void SetUp(World world)
    {
        List<TimerUser> users = [];
        for (var i = 1; i <= 2; i++)
        {
            users.Add(world.Loop($"loop{i}").Create<TimerUser>($"user{i}", x => x.World = world));
        }

        world.Always("a timer does what its model does", () => users.TrueForAll(static user => user.Agrees));
        world.Eventually("every timer has come to its end", () => users.TrueForAll(static user => user.IsOver));
    }
}
