using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class TimerTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Probe _owner;
    private readonly GTimer _timer;

    public TimerTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time, Logger = _log });
        _owner = _app.Create<Probe>("owner");
        _timer = _owner.Create<GTimer>("timer");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_timer_is_due_once_and_never_early()
    {
        Set(1000);
        _time.Advance(999, _app);
        Assert.Empty(_owner.Got);
        _time.Advance(1, _app);
        Assert.Equal(["timeout of timer"], _owner.Got);
        _time.Advance(5000, _app);
        Assert.Single(_owner.Got);
    }

    [Fact]
    public void Begun_milliseconds_count_as_whole_ones()
    {
        _time.Advance(0.7, _app);
        _timer.Send(new EvSetTimer(TimeSpan.FromMilliseconds(1.2)));
        _time.Advance(1.1, _app);
        Assert.Empty(_owner.Got);
        _time.Advance(1.2, _app);
        Assert.Single(_owner.Got);
    }

    [Fact]
    public void Zero_is_due_in_the_next_cycle_and_not_inside_the_call()
    {
        Set(0);
        Assert.Empty(_owner.Got);
        _time.Advance(0, _app);
        Assert.Single(_owner.Got);
    }

    [Fact]
    public void The_infinite_interval_stops_it_also_when_the_timeout_is_queued_already()
    {
        Set(10);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.True(_app.RunOnce());
        _timer.Send(new EvSetTimer(Timeout.InfiniteTimeSpan));
        _time.Advance(100, _app);

        Assert.Empty(_owner.Got);
    }

    [Fact]
    public void A_periodic_timer_whose_interval_becomes_infinite_comes_once_more()
    {
        _timer.Send(new EvSetTimer(TimeSpan.FromMilliseconds(100), Autostart: true));
        _timer.Interval = Timeout.InfiniteTimeSpan;
        _time.Advance(1000, _app);
        Assert.Equal(["timeout of timer"], _owner.Got);
        Assert.Equal("Idle", _timer.StateName);
    }

    [Fact]
    public void A_periodic_timer_does_not_drift_and_leaves_out_what_was_slept_through()
    {
        _timer.Send(new EvSetTimer(TimeSpan.FromMilliseconds(100), Autostart: true));
        _time.Advance(130, _app);
        Assert.Single(_owner.Got);
        _time.Advance(70, _app);
        Assert.Equal(2, _owner.Got.Count);
        _time.Advance(1050, _app);
        Assert.Equal(3, _owner.Got.Count);
        _time.Advance(50, _app);
        Assert.Equal(4, _owner.Got.Count);
    }

    [Fact]
    public void Parameters_persist_between_settings()
    {
        _timer.Send(new EvSetTimer(TimeSpan.FromMilliseconds(50), Autostart: true));
        _timer.Send(new EvSetTimer());
        _time.Advance(50, _app);
        _time.Advance(50, _app);

        Assert.Equal(2, _owner.Got.Count);
        Assert.Equal("true", _timer.ReadParameter("autostart"));
    }

    [Fact]
    public void A_destroyed_timer_is_silent()
    {
        Set(10);
        _timer.Destroy();
        _time.Advance(100, _app);

        Assert.Empty(_owner.Got);
        Assert.Equal(0, _app.Timers.Count);
    }

    [Fact]
    public void Re_arming_later_moves_the_deadline_and_re_arming_earlier_too()
    {
        var fired = 0;
        var timer = new LoopTimer(_owner, () => fired++);
        timer.Arm(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 20; i++)
        {
            _time.Advance(5, _app);
            timer.Arm(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(0, fired);
        timer.Arm(TimeSpan.FromMilliseconds(2));
        _time.Advance(2, _app);
        Assert.Equal(1, fired);
        Assert.False(timer.IsArmed);
    }

    [Fact]
    public void A_callback_that_throws_is_logged_and_the_others_fire()
    {
        var fired = 0;
        new LoopTimer(_owner, static () => throw new NotSupportedException("tick")).Arm(TimeSpan.FromMilliseconds(1));
        new LoopTimer(_owner, () => fired++).Arm(TimeSpan.FromMilliseconds(1));
        _time.Advance(1, _app);

        Assert.Equal(1, fired);
        Assert.Contains(_log.From(LogLevel.Error), static line => line.Contains("Probe:owner", StringComparison.Ordinal) && line.Contains("tick", StringComparison.Ordinal));
    }

    [Fact]
    public void A_timer_that_arms_itself_for_now_does_not_starve_the_loop()
    {
        var fired = 0;
        LoopTimer? timer = null;
        timer = new LoopTimer(_owner, () =>
        {
            fired++;
            timer!.Arm(TimeSpan.Zero);
        });
        timer.Arm(TimeSpan.Zero);

        Assert.True(_app.RunOnce());
        Assert.True(_app.RunOnce());
        Assert.Equal(2, fired);
    }

    [Theory]
    [InlineData(1, 70)]
    [InlineData(2, 5_000)]
    [InlineData(3, 400_000)]
    [InlineData(4, 100_000_000)]
    public void The_wheel_fires_what_a_sorted_list_would_fire(int seed, int span)
    {
        var random = new Random(seed);
        var due = new Dictionary<LoopTimer, long>();
        var now = 0L;
        var fired = new List<(long Deadline, long At)>();
        var timers = new List<LoopTimer>();
        for (var i = 0; i < 200; i++)
        {
            LoopTimer? timer = null;
            timer = new LoopTimer(_owner, () =>
            {
                fired.Add((due[timer!], now));
                due.Remove(timer!);
            });
            timers.Add(timer);
        }

        for (var round = 0; round < 2_000; round++)
        {
            var timer = timers[random.Next(timers.Count)];
            if (random.Next(4) == 0)
            {
                timer.Cancel();
                due.Remove(timer);
            }
            else
            {
                var delay = random.Next(span);
                timer.Arm(TimeSpan.FromMilliseconds(delay));
                due[timer] = now + delay;
            }

            var step = random.Next(span / 20);
            now += step;
            var expected = due.Values.Where(deadline => deadline <= now).Order().ToList();
            fired.Clear();
            _time.Advance(step, _app);
            Assert.Equal(expected, fired.ConvertAll(static one => one.Deadline));
        }
    }

    private void Set(int milliseconds) => _timer.Send(new EvSetTimer(TimeSpan.FromMilliseconds(milliseconds)));
}
