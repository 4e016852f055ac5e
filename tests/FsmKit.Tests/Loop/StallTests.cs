using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Stalls of a loop that the watcher reports. The test plays the watcher, from inside the loop, with simulated time.</summary>
public sealed partial class StallTests : IDisposable
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);
    private readonly LogLines _log = new();
    private readonly Looking _reactor = new();
    private readonly GAplic _app;
    private readonly Probe _front;

    public StallTests()
    {
        _app = new GAplic("app", new GAplicOptions { Logger = _log, Reactor = _reactor });
        _front = _app.Create<Probe>("front");
        _log.Clear();
    }

    private List<string> Warnings => [.. _log.From(LogLevel.Warning)];

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("post", "Probe:front in state Idle with EvPing")]
    [InlineData("publication", "Probe:front in state Idle with EvPing")]
    [InlineData("delegate", "StallTests.OnPong with EvPong")]
    [InlineData("timer", "Probe:front in state Idle with a timer")]
    [InlineData("callback", "a posted callback, StallTests.Linger")]
    [InlineData("await", "the rest of StallTests.LingerAsync, behind an await")]
    public void Whatever_gets_control_and_keeps_it_is_named(string kind, string expected)
    {
        var publisher = _front.Create<Probe>("publisher");
        _front.OnPing = _ => Linger();
        switch (kind)
        {
            case "post":
                _front.Post(new EvPing(1));
                break;
            case "publication":
                _reactor.OnWait = () => publisher.Say(1);
                break;
            case "delegate":
                publisher.Subscribe<EvPong>(OnPong);
                _reactor.OnWait = () => publisher.SayPong(1);
                break;
            case "timer":
                new LoopTimer(_front, Linger).Arm(TimeSpan.Zero);
                break;
            case "await":
                using (_app.SynchronizationContext.Enter())
                {
                    var source = new TaskCompletionSource();
                    _ = LingerAsync(source.Task);
                    SynchronizationContext.SetSynchronizationContext(null);
                    source.SetResult();
                }

                break;
            default:
                _app.PostCallback(Linger);
                break;
        }

        _app.RunOnce();

        Assert.Single(Warnings, line => line.Contains($"GAplic:app has been stalled for 1.0 s by {expected}", StringComparison.Ordinal)
            && line.Contains("An action must not block", StringComparison.Ordinal));
        Assert.Equal(1, _app.Stalls);
        Assert.Equal(TimeSpan.FromSeconds(1.25), _app.LongestStall);
    }

    [Theory]
    [InlineData(0, "Probe:front")]
    [InlineData(1, "Probe:second")]
    [InlineData(2, "Probe:third")]
    public void Of_several_subscribers_the_one_that_has_the_event_is_named(int slow, string expected)
    {
        var publisher = _front.Create<Probe>("publisher");
        Probe[] all = [_front, _app.Create<Probe>("second"), _app.Create<Probe>("third")];
        publisher.Subscribe<EvPing>(all[1]);
        publisher.Subscribe<EvPing>(all[2]);
        all[slow].OnPing = _ => Linger();
        all[(slow + 1) % 3].OnPing = static _ => throw new NotSupportedException("ping");
        _reactor.OnWait = () => Assert.Throws<NotSupportedException>(() => publisher.Say(1));
        _app.RunOnce();

        Assert.Single(Warnings, line => line.Contains($"by {expected} in state Idle with EvPing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void However_deep_publications_lie_in_each_other_the_innermost_is_named(int depth)
    {
        var chain = new Probe[depth];
        var parent = _front;
        for (var i = 0; i < depth; i++)
        {
            var above = parent;
            above.OnPing = _ => above.Say(1);
            chain[i] = parent = parent.Create<Probe>($"{i}");
        }

        _front.OnPing = _ => Linger();
        _reactor.OnWait = () => chain[^1].Say(1);
        _app.RunOnce();

        Assert.Single(Warnings, static line => line.Contains("by Probe:front in state Idle with EvPing", StringComparison.Ordinal));
        Assert.Equal(0, _app.Serving);
    }

    [Fact]
    public void The_loop_keeps_nothing_of_a_subscription_that_has_ended()
    {
        var gone = PublishAndDestroy();
        GC.Collect();
        Assert.False(gone.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference PublishAndDestroy()
        {
            var publisher = _front.Create<Probe>("publisher");
            publisher.Say(1);
            publisher.Destroy();
            _front.Sources.Clear();
            return new WeakReference(publisher);
        }
    }

    [Fact]
    public void Its_end_is_told_with_what_it_took()
    {
        _front.OnPing = _ => Linger();
        _front.Post(new EvPing(1));
        _app.RunOnce();
        Assert.Single(Warnings);
        Look();

        Assert.Equal("Warning: GAplic:app runs again: it was stalled for 1.5 s by Probe:front in state Idle with EvPing.", Warnings[1]);
        Assert.Equal(TimeSpan.FromSeconds(1.5), _app.LongestStall);
        Look(20);
        Assert.Equal(2, Warnings.Count);
    }

    [Fact]
    public void A_second_stall_is_counted_and_a_shorter_one_is_not_the_longest()
    {
        _front.OnPing = probe => Look(probe.Got.Count == 1 ? 11 : 6);
        for (var i = 0; i < 2; i++)
        {
            _front.Post(new EvPing(i));
            _app.RunOnce();
            Look();
        }

        Assert.Equal(2, _app.Stalls);
        Assert.Equal(TimeSpan.FromSeconds(2.75), _app.LongestStall);
    }

    [Fact]
    public void A_loop_that_sleeps_is_not_stalled()
    {
        _reactor.OnWait = () => Look(100);
        _front.Post(new EvPing(1));
        _app.RunOnce();
        _app.RunOnce();

        Assert.Empty(Warnings);
        Assert.Equal(0, _app.Stalls);
    }

    [Fact]
    public void A_subscriber_that_threw_is_not_blamed_for_the_sleep_that_follows()
    {
        var publisher = _front.Create<Probe>("publisher");
        _front.OnPing = static _ => throw new NotSupportedException("ping");
        _reactor.OnWait = () => publisher.Say(1);
        _app.RunOnce();
        _reactor.OnWait = () => Look(100);
        _app.RunOnce();

        Assert.Empty(Warnings);
    }

    [Fact]
    public void Short_actions_that_follow_each_other_without_end_are_told_as_one_long_cycle()
    {
        _front.OnPing = _ => Look();
        for (var i = 0; i < 6; i++)
        {
            _front.Post(new EvPing(i));
        }

        _app.RunOnce();
        Look();

        Assert.Equal(2, Warnings.Count);
        Assert.Contains("GAplic:app has been in one cycle for 1.0 s: 5 hand-overs, none of them long, the last one to Probe:front", Warnings[0], StringComparison.Ordinal);
        Assert.Equal("Warning: GAplic:app has ended its cycle of 1.5 s, which had 6 hand-overs.", Warnings[1]);
        Assert.Equal(1, _app.Stalls);
    }

    [Fact]
    public void A_publication_inside_an_action_names_its_subscriber_and_then_the_action_again()
    {
        var outer = _app.Create<Probe>("outer");
        var inner = outer.Create<Probe>("inner");
        inner.OnPing = static probe => probe.Say(1);
        outer.OnPing = _ => Look(5);
        inner.Post(new EvPing(1));
        _app.RunOnce();
        Look();
        Assert.Contains("by Probe:outer in state Idle with EvPing", Warnings[0], StringComparison.Ordinal);

        outer.OnPing = null;
        inner.OnPing = probe =>
        {
            probe.Say(1);
            Look(5);
        };
        inner.Post(new EvPing(1));
        _app.RunOnce();
        Assert.Contains("by Probe:inner in state Idle with EvPing", Warnings[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_send_is_the_sender_s_unless_the_gobj_is_traced()
    {
        var other = _app.Create<Probe>("other");
        other.OnPing = _ => Look(5);
        _front.OnPing = _ => _front.Tell(other, 1);
        _front.Post(new EvPing(1));
        _app.RunOnce();
        Look();
        Assert.Contains("by Probe:front in state Idle with EvPing", Warnings[0], StringComparison.Ordinal);

        other.TraceMachine = MachineTraceLevel.Events;
        _front.Post(new EvPing(1));
        _app.RunOnce();
        Look();
        Assert.Contains("by Probe:other in state Idle with EvPing", Warnings[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stall_that_ends_with_the_loop_is_ended_too()
    {
        _front.OnPing = probe =>
        {
            Linger();
            _app.Stop();
        };
        _front.Post(new EvPing(1));
        _app.Run(TestContext.Current.CancellationToken);

        Assert.Equal(2, Warnings.Count);
        Assert.Contains("runs again", Warnings[1], StringComparison.Ordinal);
    }

    private void OnPong(GObj publisher, in EvPong e) => Linger();

    /// <summary>Stays until the watcher has found it too long, and a look more.</summary>
    private void Linger() => Look(6);

    private async Task LingerAsync(Task before)
    {
        await before;
        Linger();
    }

    private void Look(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _app.Watch.Look(Quarter);
        }
    }
}
