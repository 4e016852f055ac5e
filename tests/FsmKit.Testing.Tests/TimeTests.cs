using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>The clock of a world.</summary>
public sealed class TimeTests
{
    [Fact]
    public void The_clock_jumps_to_what_waits()
    {
        var seen = new List<TimeSpan>();
        Simulation.Run(1, world => world.Loop("one").Create<Waiter>("one", x => x.Late = () => seen.Add(world.Elapsed)).Post(new EvGo()), new ExploreOptions { MaxTime = TimeSpan.FromSeconds(15) });
        Assert.Equal([TimeSpan.FromSeconds(10)], seen);
    }

    [Fact]
    public void A_loop_has_a_time_of_day_of_its_own()
    {
        Simulation.Run(1, static world =>
        {
            var (right, fast) = (world.Loop("right"), world.Loop("fast", clockOffset: TimeSpan.FromMinutes(5)));
            Assert.Equal(world.Time.GetUtcNow(), right.Time.GetUtcNow());
            Assert.Equal(TimeSpan.FromMinutes(5), fast.Time.GetUtcNow() - right.Time.GetUtcNow());
            Assert.Equal(right.Time.GetTimestamp(), fast.Time.GetTimestamp());
        });
    }

    [Fact]
    public void Tasks_that_wait_for_the_clock_go_on_in_their_loops()
    {
        var seen = new List<string>();
        Simulation.Run(1, world =>
        {
            seen.Clear();
            foreach (var (name, seconds) in new[] { ("late", 3), ("early", 2) })
            {
                var loop = world.Loop(name);
                loop.Create<Worker>(name, x => x.Does = n => _ = WaitAsync(n)).Post(new EvDo(seconds));

                async Task WaitAsync(int n)
                {
                    await Task.Delay(TimeSpan.FromSeconds(n), world.Time);
                    seen.Add($"{name} {world.Elapsed.TotalSeconds} {SynchronizationContext.Current == loop.SynchronizationContext}");
                }
            }
        });
        Assert.Equal(["early 2 True", "late 3 True"], seen);
    }

    [Fact]
    public void A_timer_of_the_clock_repeats_changes_and_stops()
    {
        var seen = new List<double>();
        Simulation.Run(1, world =>
        {
            ITimer timer = null!;
            timer = world.Time.CreateTimer(
                _ =>
                {
                    seen.Add(world.Elapsed.TotalSeconds);
                    if (seen.Count == 3)
                    {
                        timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
                    }
                },
                null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            world.Time.CreateTimer(static _ => throw new InvalidOperationException("stopped"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
        });
        Assert.Equal([1, 3, 5, 15], seen);
    }

    [Fact]
    public void A_timeout_comes_before_what_is_under_way_only_where_timers_race()
    {
        static void SetUp(World world)
        {
            var deadline = world.Loop("deadline").Create<Deadline>("deadline");
            world.Loop("other").Create<Worker>("other", x => x.Does = _ => deadline.Post(new EvGo())).Post(new EvDo(0));
            world.Always("the deadline is met", () => !deadline.IsMissed);
        }

        Explore.Run(SetUp);
        var failure = Explore.Find(SetUp, new ExploreOptions { TimersRace = true }).Failure;
        Assert.Equal("It does not hold that the deadline is met.", failure?.Message);
        Assert.Equal("After(10000)", Assert.Single(failure!.Trace.Steps).Event);
        Assert.Equal(TimeSpan.FromSeconds(10), failure.Trace.Steps[^1].Time);
    }
}
