using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Named timeouts: events that a gobj asks its loop for.</summary>
public sealed partial class NamedTimerTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Line _line;

    public NamedTimerTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time, Logger = _log });
        _line = _app.Create<Line>("line");
    }

    public void Dispose() => _app.Dispose();

    public readonly record struct EvRetry(int Number);

    public readonly record struct EvGiveUp(string Why);

    public readonly record struct EvDo;

    public readonly record struct EvForeign;

    [Fact]
    public void The_event_comes_once_never_early_to_the_gobj_itself_and_from_it()
    {
        _line.Start(10, 1);
        _time.Advance(9, _app);
        Assert.Empty(_line.Got);
        _time.Advance(1, _app);
        _time.Advance(100, _app);
        Assert.Equal(["retry 1"], _line.Got);
        Assert.Same(_line, _line.Source);
        Assert.True(_app.Timers.IsEmpty);
    }

    [Fact]
    public void Starting_again_replaces_the_event_and_the_time()
    {
        _line.Start(10, 1);
        _line.Start(30, 2);
        _time.Advance(29, _app);
        Assert.Empty(_line.Got);
        _line.Start(100, 3);
        _line.Start(5, 4);
        _time.Advance(5, _app);
        _time.Advance(500, _app);
        Assert.Equal(["retry 4"], _line.Got);
    }

    [Fact]
    public void Each_event_type_is_a_timeout_of_its_own()
    {
        _line.Start(20, 1);
        _line.StartGivingUp(10, "late");
        Assert.True(_line.Stop());
        _line.Start(30, 2);
        _time.Advance(10, _app);
        _time.Advance(20, _app);
        Assert.Equal(["give up: late", "retry 2"], _line.Got);
    }

    [Fact]
    public void Stopped_it_does_not_come_and_stopping_says_whether_it_ran()
    {
        Assert.False(_line.Stop());
        _line.Start(10, 1);
        Assert.True(_line.Stop());
        Assert.False(_line.Stop());
        _time.Advance(100, _app);
        Assert.Empty(_line.Got);
    }

    [Fact]
    public void Stopped_when_it_is_due_already_it_does_not_come_either()
    {
        _line.Start(10, 1);
        _line.StartGivingUp(10, "late");
        _line.OnRetry = static line => Assert.True(line.StopGivingUp());
        _time.Advance(10, _app);
        _time.Advance(100, _app);
        Assert.Equal(["retry 1"], _line.Got);
        Assert.Empty(_log.From(LogLevel.Error));
    }

    [Fact]
    public void Inside_its_row_it_has_ended_and_can_be_started_again()
    {
        _line.OnRetry = static line =>
        {
            Assert.Null(line.Left);
            Assert.False(line.Stop());
            line.Start(10, line.Got.Count + 1);
        };
        _line.Start(10, 1);
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(10, _app);
        }

        Assert.Equal(["retry 1", "retry 2", "retry 3"], _line.Got);
        Assert.Empty(_log.From(LogLevel.Error));
    }

    [Fact]
    public void Zero_comes_after_all_that_waits_for_the_loop_at_the_call()
    {
        _line.OnDo = static line =>
        {
            if (line.Got.Count == 1)
            {
                line.PostDo();
                line.Gaplic.PostCallback(() => line.Got.Add("callback"));
                line.Start(0, 1);
                line.PostDo();
            }
        };
        _line.PostDo();
        _line.PostDo();
        Assert.True(_app.RunOnce());
        Assert.Equal(["do", "do"], _line.Got);
        _app.RunOnce();
        Assert.Equal(["do", "do", "callback", "do", "do", "retry 1"], _line.Got);
    }

    [Fact]
    public void Zero_waits_for_no_more_than_that()
    {
        _line.OnDo = static line => line.PostDo();
        _line.PostDo();
        _app.RunOnce();
        _line.Start(0, 1);
        Assert.Single(_line.Got);
        _app.RunOnce();
        Assert.Equal(["do", "do", "retry 1"], _line.Got);
    }

    [Fact]
    public void Zero_from_a_timeout_comes_in_the_next_cycle()
    {
        _line.OnRetry = static line => line.Start(0, line.Got.Count + 1);
        _line.Start(0, 1);
        Assert.True(_app.RunOnce());
        Assert.True(_app.RunOnce());
        Assert.Equal(["retry 1", "retry 2"], _line.Got);
        Assert.Equal(TimeSpan.Zero, _line.Left);
    }

    [Fact]
    public void A_periodic_one_does_not_drift_and_leaves_out_what_was_slept_through()
    {
        _line.Start(50, 100, 1);
        _time.Advance(80, _app);
        Assert.Single(_line.Got);
        Assert.Equal(70, _line.Left?.TotalMilliseconds);
        _time.Advance(70, _app);
        Assert.Equal(2, _line.Got.Count);
        _time.Advance(1_050, _app);
        Assert.Equal(3, _line.Got.Count);
        _time.Advance(50, _app);
        Assert.Equal(["retry 1", "retry 1", "retry 1", "retry 1"], _line.Got);
    }

    [Fact]
    public void A_periodic_one_that_begins_with_zero_counts_from_there()
    {
        _time.Advance(130, _app);
        _line.Start(0, 100, 1);
        _time.Advance(0, _app);
        Assert.Single(_line.Got);
        _time.Advance(99, _app);
        Assert.Single(_line.Got);
        _time.Advance(1, _app);
        _time.Advance(100, _app);
        Assert.Equal(3, _line.Got.Count);
    }

    [Fact]
    public void A_periodic_one_is_stopped_in_its_row_or_becomes_one_that_comes_once()
    {
        _line.OnRetry = static line => line.Got.Add($"{line.Stop()}");
        _line.Start(10, 10, 1);
        _time.Advance(10, _app);
        _time.Advance(10, _app);
        Assert.Equal(["retry 1", "True"], _line.Got);
        _line.Got.Clear();
        _line.OnRetry = static line => line.Start(5, 3);
        _line.Start(10, 10, 2);
        _time.Advance(10, _app);
        _line.OnRetry = null;
        _time.Advance(5, _app);
        _time.Advance(100, _app);
        Assert.Equal(["retry 2", "retry 3"], _line.Got);
    }

    [Fact]
    public void What_is_left_can_be_asked()
    {
        Assert.Null(_line.Left);
        _line.Start(30, 1);
        Assert.Equal(30, _line.Left?.TotalMilliseconds);
        _time.Advance(12, _app);
        Assert.Equal(18, _line.Left?.TotalMilliseconds);
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(TimeSpan.Zero, _line.Left);
        _app.RunOnce();
        Assert.Null(_line.Left);
        _line.Start(30, 1);
        _line.Stop();
        Assert.Null(_line.Left);
        _line.StartLongest();
        Assert.True(_line.Left > TimeSpan.FromDays(5_000_000));
    }

    [Fact]
    public void Started_in_a_cycle_whose_clock_is_dear_it_has_all_its_time_until_the_clock_is_read()
    {
        _app.Clock.IsDear = true;
        _app.PostCallback(() =>
        {
            _line.Start(30, 1);
            _time.Advance(TimeSpan.FromMilliseconds(10));
            Assert.Equal(30, _line.Left?.TotalMilliseconds);
        });
        _app.RunOnce();
        Assert.Empty(_log.From(LogLevel.Error));
        Assert.Equal(30, _line.Left?.TotalMilliseconds);
        _time.Advance(30, _app);
        Assert.Equal(["retry 1"], _line.Got);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 0)]
    [InlineData(10, -1)]
    public void Times_that_make_no_sense_change_nothing(int due, int period)
    {
        _line.Start(10, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => _line.Start(due, period, 2));
        if (due < 0)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => _line.Start(due, 2));
        }

        _time.Advance(10, _app);
        _time.Advance(100, _app);
        Assert.Equal(["retry 1"], _line.Got);
    }

    [Fact]
    public void It_goes_with_its_gobj()
    {
        _line.Start(10, 10, 1);
        _line.StartGivingUp(0, "now");
        _line.Destroy();
        _line.Start(5, 2);
        Assert.Null(_line.Left);
        Assert.True(_app.Timers.IsEmpty);
        _time.Advance(100, _app);
        Assert.Empty(_line.Got);
    }

    [Fact]
    public void Where_an_action_runs_the_loop_it_waits_outside_of_the_queue_and_can_be_stopped()
    {
        _line.Start(10, 1);
        _line.OnDo = line =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            while (_app.RunOnce())
            {
            }

            Assert.True(line.Stop());
        };
        _line.Do();
        _time.Advance(100, _app);
        Assert.Equal(["do"], _line.Got);

        _line.Start(10, 2);
        _line.OnDo = _ => _time.Advance(10, _app);
        _line.Do();
        _time.Advance(1, _app);
        Assert.Equal(["do", "do", "retry 2"], _line.Got);
    }
}
