using Xunit;

namespace FsmKit.Tests;

/// <summary>Order of due timers, and the effect of a clock that jumps.</summary>
[Trait("Category", "Slow")]
public sealed class TimerOrderTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly List<string> _fired = [];

    public TimerOrderTests() => _app = new GAplic("app", new GAplicOptions { Time = _time });

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Equal_deadlines_come_due_in_the_order_in_which_they_were_armed_last()
    {
        var (a, b) = (Timer("a"), Timer("b"));
        Arm(a, 20);
        _time.Pass(2, _app);
        Arm(a, 48);
        Arm(b, 48);
        _time.Pass(47, _app);
        Assert.Empty(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["a", "b"], _fired);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_armed_and_cancelled_each_cycle_fires_what_is_due_by_deadline_and_then_by_arming(int seed)
    {
        var random = new Random(seed);
        var timers = Enumerable.Range(0, 60).Select(i => Timer($"{i}")).ToArray();
        var armed = new Dictionary<string, (long Deadline, int Turn)>();
        int[] delays = [0, 1, 3, 20, 48, 63, 64, 65, 128, 500, 4_096, 5_000, 300_000];
        int[] steps = [1, 1, 2, 5, 16, 63, 64, 200, 4_096];
        long now = 0;
        var count = 0;
        for (var turn = 0; turn < 60_000; turn++)
        {
            var at = random.Next(timers.Length);
            if (random.Next(20) == 0)
            {
                timers[at].Cancel();
                armed.Remove($"{at}");
            }
            else
            {
                // Half of them to a moment that others have, too, whenever they are armed.
                var delay = random.Next(2) == 0 ? delays[random.Next(delays.Length)] : (int)(100 - (now % 100));
                Arm(timers[at], delay);
                armed[$"{at}"] = (delay == 0 ? 0 : now + delay, turn);
            }

            if (random.Next(4) == 0)
            {
                var step = steps[random.Next(steps.Length)];
                now += step;
                _fired.Clear();
                _time.Pass(step, _app);
                var due = armed.Where(timer => timer.Value.Deadline <= now).OrderBy(static timer => timer.Value).Select(static timer => timer.Key).ToArray();
                Assert.Equal(due, _fired);
                Array.ForEach(due, name => armed.Remove(name));
                count += due.Length;
            }
        }

        Assert.True(count > 10_000);
    }

    [Fact]
    public void A_timer_that_is_due_and_armed_again_before_its_turn_is_not_early()
    {
        var b = Timer("b");
        var a = new LoopTimer(_app, () => Arm(b, 100));
        Arm(a, 10);
        Arm(b, 10);
        var c = Timer("c");
        Arm(c, 0);
        Arm(c, 50);
        _time.Pass(10, _app);
        Assert.Empty(_fired);
        _time.Pass(40, _app);
        Assert.Equal(["c"], _fired);
        _time.Pass(59, _app);
        Assert.Single(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["c", "b"], _fired);
    }

    [Fact]
    public void Many_equal_deadlines_in_the_worst_order_are_sorted_in_no_time()
    {
        var timers = Enumerable.Range(0, 20_000).Select(i => Timer($"{i}")).ToArray();
        Array.ForEach(timers, static timer => Arm(timer, 100));
        _time.Pass(50, _app);
        Array.ForEach(timers.Reverse().ToArray(), static timer => Arm(timer, 200));
        _time.Pass(200, _app);

        Assert.Equal(Enumerable.Range(0, 20_000).Reverse().Select(static i => $"{i}"), _fired);
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_no_timer_early_and_none_wait_for_it()
    {
        var (before, after) = (Timer("before"), Timer("after"));
        _time.Pass(10_000, _app);
        Arm(before, 100);
        _time.Pass(40, _app);
        _time.Pass(-500, _app);
        Arm(after, 100);
        _time.Pass(59, _app);
        Assert.Empty(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["before"], _fired);
        _time.Pass(39, _app);
        Assert.Single(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["before", "after"], _fired);
    }

    [Fact]
    public void A_clock_that_is_set_ahead_fires_what_is_due_by_then_once()
    {
        Arm(Timer("late"), 3_000);
        Arm(Timer("early"), 100);
        var owner = _app.Create<Probe>();
        var periodic = owner.Create<GTimer>("periodic");
        periodic.Send(new EvSetTimer(TimeSpan.FromSeconds(1), true));

        _time.Advance(TimeSpan.FromDays(3_650).TotalMilliseconds, _app);
        Assert.Equal(["early", "late"], _fired);
        Assert.Equal(["timeout of periodic"], owner.Got);

        _time.Advance(1_000, _app);
        Assert.Equal(2, owner.Got.Count);
    }

    [Fact]
    public void Time_stands_still_while_it_goes_back_again_and_again()
    {
        Arm(Timer("timer"), 100);
        for (var i = 0; i < 50; i++)
        {
            _time.Pass(1, _app);
            _time.Pass(-1_000, _app);
        }

        Assert.Empty(_fired);
        _time.Pass(50, _app);
        Assert.Equal(["timer"], _fired);
    }

    private static void Arm(LoopTimer timer, int milliseconds) => timer.Arm(TimeSpan.FromMilliseconds(milliseconds));

    private LoopTimer Timer(string name) => new(_app, () => _fired.Add(name));
}
