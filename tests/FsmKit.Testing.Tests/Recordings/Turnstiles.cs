namespace FsmKit.Testing.Tests.Recordings;

/// <summary>A turnstile as it was recorded, and as it may have become since.</summary>
internal static partial class Turnstiles
{
    public readonly record struct EvPay(int Cents);

    public readonly record struct EvPush;

    public readonly record struct EvBell;

    /// <summary>The turnstile of the recording.</summary>
    internal static partial class Recorded
    {
        [GClass(Version = 1, Json = typeof(TurnstileJson)), Input<EvPay>, Input<EvPush>, Input<EvBell>, Output<EvBell>]
        internal sealed partial class Turnstile : GObj
        {
            [Kept] public int Pushes { get; private set; }

            private enum State : byte
            {
                [On<EvPay>(nameof(AcPay), Next = Open), Ignore<EvPush>, Ignore<EvBell>] Locked,
                [After(2000, Next = Locked), On<EvPush>(nameof(AcPush), Next = Locked), Ignore<EvPay>, Ignore<EvBell>] Open,
            }

            private void AcPay() => Send(this, new EvBell());

            private void AcPush()
            {
                Pushes++;
                Publish(new EvBell());
            }
        }
    }

    /// <summary>A turnstile that wants more money, and stays open for a shorter time.</summary>
    internal static partial class Dear
    {
        [GClass(Version = 1, Json = typeof(TurnstileJson)), Input<EvPay>, Input<EvPush>, Input<EvBell>, Output<EvBell>]
        internal sealed partial class Turnstile : GObj
        {
            [Kept] public int Pushes { get; private set; }

            private enum State : byte
            {
                [On<EvPay>(nameof(AcPay), Next = Open, When = nameof(IsEnough)), On<EvPay>(nameof(AcPay)), Ignore<EvPush>, Ignore<EvBell>] Locked,
                [After(1000, Next = Locked), On<EvPush>(nameof(AcPush), Next = Locked), Ignore<EvPay>, Ignore<EvBell>] Open,
            }

            private static bool IsEnough(in EvPay e) => e.Cents >= 100;

            private void AcPay() => Send(this, new EvBell());

            private void AcPush() => Pushes++;
        }
    }

    /// <summary>A silent turnstile, without a bell and with another state.</summary>
    internal static partial class Silent
    {
        [GClass(Version = 1, Json = typeof(TurnstileJson)), Input<EvPay>, Input<EvPush>]
        internal sealed partial class Turnstile : GObj
        {
            [Kept] public int Pushes { get; private set; }

            private enum State : byte
            {
                [On<EvPay>(Next = Free), Refuse] Locked,
                [After(2000, Next = Locked), On<EvPush>(nameof(AcPush), Next = Locked), Ignore<EvPay>] Free,
            }

            private void AcPush() => Pushes += 2;
        }
    }

    [System.Text.Json.Serialization.JsonSerializable(typeof(EvPay))]
    internal sealed partial class TurnstileJson : System.Text.Json.Serialization.JsonSerializerContext;

    /// <summary>Rings back: a gobj above, which sends while the turnstile is in a row.</summary>
    [GClass, Input<EvBell>]
    internal sealed partial class Guard : GObj
    {
        public Recorded.Turnstile? Turnstile { get; set; }

        private enum State : byte
        {
            [On<EvBell>(nameof(AcBell))] Watching,
        }

        private void AcBell() => Turnstile!.Send(new EvPay(3));
    }
}
