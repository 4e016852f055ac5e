namespace FsmKit.Programs.Turnstile;

/// <summary>The turnstile of the textbooks: a coin lets one person through.</summary>
[GClass]
[Input<EvCoin>, Input<EvPass>]
[Output<EvUnlock>, Output<EvLock>, Output<EvAlarm>, Output<EvThankYou>]
public sealed partial class Turnstile : GObj
{
    private enum State : byte
    {
        /// <summary>Not paid.</summary>
        [On<EvCoin>(nameof(AcUnlock), Next = Unlocked)]
        [On<EvPass>(nameof(AcAlarm))]
        Locked,

        /// <summary>A person has paid and not yet gone through.</summary>
        [On<EvPass>(nameof(AcLock), Next = Locked)]
        [On<EvCoin>(nameof(AcThank))]
        Unlocked,
    }

    private void AcUnlock() => Publish(new EvUnlock());

    private void AcLock() => Publish(new EvLock());

    private void AcAlarm() => Publish(new EvAlarm());

    private void AcThank() => Publish(new EvThankYou());
}
