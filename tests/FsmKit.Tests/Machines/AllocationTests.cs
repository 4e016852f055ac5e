using Xunit;

namespace FsmKit.Tests;

/// <summary>Tests that run alone: threads of a busy runtime may allocate on the measured thread.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTestsAlone;

/// <summary>Checks that sending, publishing, queueing, posting and arming timeouts allocate nothing in steady state.</summary>
[Collection(nameof(AllocationTests))]
public partial class AllocationTests
{
    public readonly record struct EvTick(int N);

    public readonly record struct EvTock(int N, string Text);

    public readonly ref struct EvBytes(ReadOnlySpan<byte> bytes)
    {
        public int Length { get; } = bytes.Length;
    }

    [Fact]
    public void A_row_that_leads_nowhere_allocates_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<DirectBox>();
        AssertNothing(() =>
        {
            box.Send(new EvTick(1));
            box.Send(new EvTock(2, "text"));
            box.Send(new EvBytes("abc"u8));
        });
    }

    [Fact]
    public void Queued_events_allocate_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<QueuedBox>();
        AssertNothing(() => box.Send(new EvTick(3)));
        Assert.True(box.Tocks > 0);
    }

    [Fact]
    public void Nested_events_allocate_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<NestedBox>();
        AssertNothing(() => box.Send(new EvTick(3)));
        Assert.True(box.Tocks > 0);
    }

    [Fact]
    public void Publishing_to_a_parent_and_to_a_delegate_allocates_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<Listener>().Create<QueuedBox>();
        var called = 0;
        box.Subscribe((GObj publisher, in EvTock e) => called++);
        AssertNothing(() => box.Send(new EvTick(3)));
        Assert.True(called > 0);
    }

    [Fact]
    public void Posting_a_callback_with_a_state_allocates_nothing()
    {
        using var app = new GAplic();
        var called = new int[1];
        AssertNothing(() =>
        {
            app.PostCallback(static state => ((int[])state!)[0]++, called);
            app.SynchronizationContext.Post(static state => ((int[])state!)[0]++, called);
            app.RunOnce();
        });
        Assert.True(called[0] > 0);
    }

    [Fact]
    public void Posting_allocates_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<DirectBox>();
        AssertNothing(() =>
        {
            box.Post(new EvTick(1));
            box.Post(new EvTock(2, "text"));
            app.RunOnce();
        });
    }

    [Fact]
    public void Timeouts_entry_and_exit_actions_allocate_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<LivelyBox>();
        AssertNothing(() => box.Send(new EvTick(1)));
        Assert.True(box.Entered > 0);
    }

    [Fact]
    public void Timeouts_of_silence_allocate_nothing()
    {
        using var app = new GAplic();
        var box = app.Create<QuietBox>();
        AssertNothing(() =>
        {
            box.Send(new EvTick(1));
            box.Send(new EvTock(1, "text"));
        });
        Assert.True(box.Ticks > 0);
    }

    [Fact]
    public void Named_timeouts_allocate_nothing()
    {
        using var app = new GAplic(new GAplicOptions { Time = new ManualTime() });
        var box = app.Create<RetryBox>();
        AssertNothing(() =>
        {
            box.Send(new EvTick(1));
            app.RunOnce();
        });
        Assert.True(box.Tocks > 0);
    }

    private static void AssertNothing(Action work) => Assert.Equal(0, Allocation.Of(() =>
    {
        for (var i = 0; i < 1000; i++)
        {
            work();
        }
    }));
}
