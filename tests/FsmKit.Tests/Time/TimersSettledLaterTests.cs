using Xunit;

namespace FsmKit.Tests;

/// <summary>Timers that are armed in a cycle while a reading of the clock is dear: they get their deadline with its next reading.</summary>
[Trait("Category", "Slow")]
public sealed class TimersSettledLaterTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly List<string> _fired = [];

    public TimersSettledLaterTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _app.Clock.IsDear = true;
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Armed_again_for_later_a_timer_is_due_then_and_for_earlier_then()
    {
        var (later, earlier) = (Timer("later"), Timer("earlier"));
        InCycle(() =>
        {
            Arm(later, 10);
            Arm(earlier, 100);
        });
        _time.Pass(5, _app);
        InCycle(() =>
        {
            Arm(later, 20);
            Arm(earlier, 2);
        });
        _time.Pass(1, _app);
        Assert.Empty(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["earlier"], _fired);
        _time.Pass(17, _app);
        Assert.Single(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["earlier", "later"], _fired);
        Assert.True(_app.Timers.IsEmpty);
    }

    [Fact]
    public void Cancelled_in_the_cycle_in_which_it_was_armed_a_timer_is_silent_and_armed_once_more_it_is_due_once()
    {
        var (silent, again) = (Timer("silent"), Timer("again"));
        InCycle(() =>
        {
            Arm(silent, 10);
            Arm(again, 10);
            silent.Cancel();
            again.Cancel();
            Arm(again, 30);
        });
        Assert.False(silent.IsArmed);
        Assert.Equal(1, _app.Timers.Count);
        _time.Pass(29, _app);
        Assert.Empty(_fired);
        _time.Pass(100, _app);
        _time.Pass(100, _app);
        Assert.Equal(["again"], _fired);
    }

    [Fact]
    public void Zero_and_the_next_period_need_no_reading_and_take_the_place_of_what_waits_for_one()
    {
        var (zero, next) = (Timer("zero"), Timer("next"));
        InCycle(() =>
        {
            Arm(zero, 10);
            Arm(zero, 0);
            Arm(next, 10);
            next.ArmNext(TimeSpan.FromMilliseconds(5));
        });
        Assert.Equal(["zero"], _fired);
        _time.Pass(14, _app);
        Assert.Single(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["zero", "next"], _fired);
    }

    [Fact]
    public void What_is_due_and_armed_again_before_its_turn_is_not_early()
    {
        var b = Timer("b");
        var a = new LoopTimer(_app, () => Arm(b, 100));
        Arm(a, 10);
        Arm(b, 10);
        _time.Pass(10, _app);
        _time.Pass(99, _app);
        Assert.Empty(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["b"], _fired);
    }

    [Fact]
    public void A_slow_action_makes_a_timer_late_by_what_it_takes_and_never_early()
    {
        var timer = Timer("timer");
        InCycle(() =>
        {
            Arm(timer, 100);
            _time.Advance(TimeSpan.FromMilliseconds(30));
        });
        _time.Pass(99, _app);
        Assert.Empty(_fired);
        _time.Pass(1, _app);
        Assert.Equal(["timer"], _fired);
    }

    [Fact]
    public void In_a_long_cycle_the_clock_is_read_now_and_then()
    {
        var timer = Timer("timer");
        var owner = _app.Create<Probe>();
        owner.OnPing = probe =>
        {
            if (probe.Got.Count == 1)
            {
                Arm(timer, 100);
            }

            _time.Advance(TimeSpan.FromMilliseconds(1));
        };
        for (var i = 0; i < 1_000; i++)
        {
            owner.Post(new EvPing(i));
        }

        // The timer that the first post arms is due before the last post has been delivered.
        _app.RunOnce();
        Assert.Equal(1_000, owner.Got.Count);
        Assert.Equal(["timer"], _fired);
    }

    [Fact]
    public void Between_cycles_the_delay_counts_from_the_call()
    {
        var timer = Timer("timer");
        Arm(timer, 20);
        _time.Pass(20, _app);
        Assert.Equal(["timer"], _fired);
    }

    [Fact]
    public void A_gobj_that_is_destroyed_in_the_cycle_in_which_it_armed_a_timer_is_forgotten()
    {
        var owner = _app.Create<Probe>();
        var timer = new LoopTimer(owner, () => _fired.Add("timer"));
        InCycle(() =>
        {
            Arm(timer, 10);
            owner.Destroy();
            Arm(timer, 10);
        });
        Assert.True(_app.Timers.IsEmpty);
        _time.Pass(100, _app);
        Assert.Empty(_fired);
    }

    [Fact]
    public void Arming_again_allocates_nothing()
    {
        var timers = Enumerable.Range(0, 10).Select(i => Timer($"{i}")).ToArray();
        Action<object?> arm = static timers => Array.ForEach((LoopTimer[])timers!, static timer => Arm(timer, 1_000));
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                _app.PostCallback(arm, timers);
                _time.Pass(1, _app);
            }
        }));
        Assert.Empty(_fired);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_armed_and_cancelled_fires_at_the_instants_and_in_the_order_of_a_sorted_list(int seed)
    {
        var random = new Random(seed);
        var timers = Enumerable.Range(0, 50).Select(i => Timer($"{i}")).ToArray();
        var armed = new Dictionary<string, (long Deadline, int Turn)>();
        int[] delays = [0, 1, 2, 5, 48, 63, 64, 65, 100, 500, 4_095, 4_096, 70_000];
        var (now, turn, fired) = (0L, 0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var step = random.Next(3) == 0 ? random.Next(1, 300) : random.Next(0, 3);
            _time.Advance(TimeSpan.FromMilliseconds(step));
            now += step;
            var changes = random.Next(6);
            _app.PostCallback(() =>
            {
                for (var change = 0; change < changes; change++)
                {
                    Change(timers[random.Next(timers.Length)]);
                }
            });
            _fired.Clear();
            _app.RunOnce();

            // By deadline, and then in the order of arming. Timers that the callback arms for now come behind timers that were due.
            var due = armed.Where(timer => timer.Value.Deadline <= now).OrderBy(static timer => timer.Value).Select(static timer => timer.Key).ToArray();
            Assert.Equal(due, _fired);
            Array.ForEach(due, name => armed.Remove(name));
            fired += due.Length;
        }

        Assert.True(fired > 2_000);

        void Change(LoopTimer timer)
        {
            var name = $"{Array.IndexOf(timers, timer)}";
            if (random.Next(4) == 0)
            {
                timer.Cancel();
                armed.Remove(name);
                return;
            }

            var delay = delays[random.Next(delays.Length)];
            Arm(timer, delay);
            armed[name] = (delay == 0 ? 0 : now + delay, ++turn);
        }
    }

    private static void Arm(LoopTimer timer, int milliseconds) => timer.Arm(TimeSpan.FromMilliseconds(milliseconds));

    private LoopTimer Timer(string name) => new(_app, () => _fired.Add(name));

    private void InCycle(Action action)
    {
        _app.PostCallback(action);
        _app.RunOnce();
    }
}
