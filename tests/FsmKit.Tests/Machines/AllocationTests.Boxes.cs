namespace FsmKit.Tests;

/// <content>The gclasses: one for each lane, with and without steps around their states.</content>
public partial class AllocationTests
{
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
