using Xunit;

namespace FsmKit.Tests;

/// <summary>Measured alone: the runtime's own threads may allocate on ours when it is busy.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTestsAlone;

/// <summary>In steady state, sending, publishing, queueing, posting and arming timeouts allocate nothing.</summary>
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

    [GClass]
    [Input<EvTick>, Input<EvTock>, Input<EvBytes>]
    public sealed partial class DirectBox : GObj
    {
        private int _sum;

        private enum State
        {
            [On<EvTick>(nameof(AcTick), Next = On)]
            [On<EvTock>(nameof(AcTock), When = nameof(IsOdd))]
            [Ignore<EvTock>]
            [On<EvBytes>(nameof(AcBytes))]
            Off,

            [On<EvTick>(nameof(AcTick), Next = Off)]
            [Ignore<EvTock>]
            [On<EvBytes>(nameof(AcBytes))]
            On,
        }

        private void AcTick(in EvTick e) => _sum += e.N;

        private void AcTock(in EvTock e) => _sum += e.N;

        private void AcBytes(in EvBytes e) => _sum += e.Length;

        private static bool IsOdd(in EvTock e) => e.N % 2 == 1;
    }

    [GClass]
    [Input<EvTick>, Input<EvTock>]
    [Output<EvTock>]
    public sealed partial class QueuedBox : GObj
    {
        public int Tocks { get; private set; }

        private enum State
        {
            [On<EvTick>(nameof(AcTick), Next = On)]
            [On<EvTock>(nameof(AcTock))]
            Off,

            [On<EvTick>(nameof(AcTick), Next = Off)]
            [On<EvTock>(nameof(AcTock))]
            On,
        }

        private void AcTick(in EvTick e)
        {
            Publish(new EvTock(e.N, "published"));
            Send(this, new EvTock(e.N, "queued"));
            if (e.N > 0)
            {
                Send(this, new EvTick(e.N - 1));
            }
        }

        private void AcTock() => Tocks++;
    }

    [GClass(Reentrancy = Reentrancy.Nested)]
    [Input<EvTick>, Input<EvTock>, Input<EvBytes>]
    [Output<EvTock>]
    public sealed partial class NestedBox : GObj
    {
        public int Tocks { get; private set; }

        private enum State
        {
            [On<EvTick>(nameof(AcTick), Next = On)]
            [On<EvTock>(nameof(AcTock))]
            [On<EvBytes>(nameof(AcTock))]
            Off,

            [On<EvTick>(nameof(AcTick), Next = Off)]
            [On<EvTock>(nameof(AcTock))]
            [On<EvBytes>(nameof(AcTock))]
            On,
        }

        private void AcTick(in EvTick e)
        {
            Send(this, new EvTock(e.N, "nested"));
            Send(this, new EvBytes("abc"u8));
            Publish(new EvTock(e.N, "published"));
        }

        private void AcTock() => Tocks++;
    }

    [GClass]
    [Input<EvTick>]
    public sealed partial class LivelyBox : GObj
    {
        public int Entered { get; private set; }

        private enum State
        {
            [Enter(nameof(AcIn))]
            [Exit(nameof(AcOut))]
            [After(60_000, nameof(AcOut), Next = On)]
            [On<EvTick>(Next = On)]
            Off,

            [Enter(nameof(AcIn))]
            [After(nameof(Patience), Next = Off)]
            [On<EvTick>(Next = Off)]
            On,
        }

        private static TimeSpan Patience => TimeSpan.FromHours(1);

        private void AcIn() => Entered++;

        private void AcOut() => Entered += 2;
    }

    [GClass]
    [Input<EvTick>, Input<EvTock>]
    public sealed partial class QuietBox : GObj
    {
        public int Ticks { get; private set; }

        private enum State
        {
            [Idle(60_000, Next = Off)]
            [On<EvTick>(nameof(AcTick))]
            On,

            [Inside(On), Idle(nameof(Patience), Next = Off), On<EvTock>(Next = Two)]
            One,

            [Inside(On), On<EvTock>(Next = One)]
            Two,

            [Final]
            Off,
        }

        private static TimeSpan Patience => TimeSpan.FromHours(1);

        private void AcTick(in EvTick e) => Ticks += e.N;
    }

    [GClass]
    [Input<EvTick>, Input<EvTock>]
    public sealed partial class RetryBox : GObj
    {
        public int Tocks { get; private set; }

        private enum State
        {
            [On<EvTick>(nameof(AcTick))]
            [On<EvTock>(nameof(AcTock))]
            Idle,
        }

        private void AcTick(in EvTick e)
        {
            StartTimer(TimeSpan.FromHours(1), new EvTick(e.N));
            StartTimer(TimeSpan.FromHours(1), TimeSpan.FromHours(1), new EvTick(e.N));
            if (TimeLeft<EvTick>() > TimeSpan.Zero && StopTimer<EvTick>())
            {
                StartTimer(TimeSpan.Zero, new EvTock(e.N, "due"));
            }
        }

        private void AcTock() => Tocks++;
    }

    [GClass]
    [Input<EvTock>]
    public sealed partial class Listener : GObj
    {
        public int Heard { get; private set; }

        private enum State
        {
            [On<EvTock>(nameof(AcTock))]
            Listening,
        }

        private void AcTock() => Heard++;
    }
}
