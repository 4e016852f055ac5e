using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class LoopTests
{
    [Fact]
    public void A_cycle_runs_callbacks_then_posts_then_timers()
    {
        var time = new ManualTime();
        using var app = new GAplic(new GAplicOptions { Time = time });
        var probe = app.Create<Probe>();
        var order = new List<string>();
        new LoopTimer(probe, () => order.Add("timer")).Arm(TimeSpan.FromMilliseconds(1));
        probe.OnPing = _ => order.Add("post");
        probe.Post(new EvPing(1));
        app.PostCallback(() => order.Add("callback"));
        time.Advance(TimeSpan.FromMilliseconds(1));

        app.RunOnce();

        Assert.Equal(["callback", "post", "timer"], order);
    }

    [Fact]
    public void A_callback_that_is_posted_by_a_callback_waits_for_the_next_cycle_and_one_that_throws_is_logged()
    {
        var log = new LogLines();
        using var app = new GAplic(new GAplicOptions { Logger = log });
        var runs = 0;
        app.PostCallback(static () => throw new NotSupportedException("bad callback"));
        app.PostCallback(() => app.PostCallback(() => runs++));

        Assert.True(app.RunOnce());
        Assert.Equal(0, runs);
        Assert.False(app.RunOnce());
        Assert.Equal(1, runs);
        Assert.Contains(log.From(LogLevel.Error), static line => line.Contains("bad callback", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_sleeps_until_a_post_from_another_thread_and_ends_with_its_token()
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>();
        using var stop = new CancellationTokenSource();
        using var got = new ManualResetEventSlim();
        probe.OnPing = _ => got.Set();
        var loop = new Thread(() => app.Run(stop.Token));
        loop.Start();

        probe.Post(new EvPing(1));
        Assert.True(got.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        stop.Cancel();
        Assert.True(loop.Join(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Only_other_threads_wake_the_reactor()
    {
        var reactor = new CountingReactor();
        using var app = new GAplic(new GAplicOptions { Reactor = reactor });
        var posted = 0;
        reactor.OnWait = () =>
        {
            reactor.OnWait = null;
            app.PostCallback(() => posted++);
            Assert.Equal(0, reactor.Wakes);

            var other = new Thread(() => app.PostCallback(() => posted++));
            other.Start();
            Assert.True(other.Join(TimeSpan.FromSeconds(30)));
            Assert.Equal(1, reactor.Wakes);
        };

        Assert.True(app.RunOnce());
        Assert.False(app.RunOnce());
        Assert.Equal(2, posted);
        Assert.Equal(1, reactor.Wakes);
    }

    [Fact]
    public void A_single_cycle_that_delivered_something_does_not_wait_for_more()
    {
        var reactor = new CountingReactor();
        using var app = new GAplic(new GAplicOptions { Reactor = reactor });
        app.Create<Probe>().Post(new EvPing(1));

        app.RunOnce(TimeSpan.FromSeconds(1));
        Assert.Equal(0, reactor.LastWait);
        app.RunOnce(TimeSpan.FromSeconds(1));
        Assert.Equal(1000, reactor.LastWait);
    }

    [Fact]
    public void A_loop_runs_again_after_it_was_stopped()
    {
        using var app = new GAplic();
        for (var i = 0; i < 2; i++)
        {
            app.PostCallback(app.Stop);
            app.Run(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_real_timer_wakes_the_loop()
    {
        using var app = new GAplic();
        var before = TimeProvider.System.GetTimestamp();
        new LoopTimer(app.Create<Probe>(), app.Stop).Arm(TimeSpan.FromMilliseconds(20));

        app.Run(TestContext.Current.CancellationToken);

        Assert.True(TimeProvider.System.GetElapsedTime(before) >= TimeSpan.FromMilliseconds(20));
    }

#if DEBUG
    [Fact]
    public void A_debug_build_finds_a_send_from_another_thread()
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>();
        Exception? caught = null;
        probe.OnPing = _ =>
        {
            var intruder = new Thread(() => caught = Record.Exception(() => probe.Send(new EvPong(1))));
            intruder.Start();
            intruder.Join();
        };
        probe.Post(new EvPing(1));
        app.RunOnce();

        Assert.Contains("Use Post", Assert.IsType<GObjException>(caught).Message, StringComparison.Ordinal);
    }
#endif

    [Fact]
    public void An_action_cannot_run_the_loop_that_runs_it()
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>();
        Exception? caught = null;
        probe.OnPing = _ => caught = Record.Exception(() => app.RunOnce());
        probe.Post(new EvPing(1));
        app.RunOnce();

        Assert.Contains("in a cycle already", Assert.IsType<GObjException>(caught).Message, StringComparison.Ordinal);
        Assert.False(app.RunOnce());
    }

    [Fact]
    public void Disposing_destroys_the_tree()
    {
        var app = new GAplic();
        var probe = app.Create<Probe>().Create<Probe>();
        app.Dispose();
        app.Dispose();

        Assert.True(probe.IsDestroyed);
    }

    private sealed class CountingReactor : IReactor
    {
        public Action? OnWait { get; set; }

        public int LastWait { get; private set; }

        public int Wakes { get; private set; }

        public Action<object?, Exception>? Fault { get; set; }

        public void Wait(int milliseconds)
        {
            LastWait = milliseconds;
            OnWait?.Invoke();
        }

        public void Wake() => Wakes++;

        public void Dispose()
        {
        }
    }
}
