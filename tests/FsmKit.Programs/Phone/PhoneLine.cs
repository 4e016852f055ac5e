namespace FsmKit.Programs.Phone;

/// <summary>A line of a phone, for one call at a time, in either direction.</summary>
[GClass]
[Input<EvDial>, Input<EvAnswer>, Input<EvHangUp>, Input<EvHold>, Input<EvResume>]
[Input<EvIncomingCall>, Input<EvRemoteRings>, Input<EvRemoteAnswered>, Input<EvRemoteBusy>, Input<EvRemoteHungUp>]
[Output<EvSignal>, Output<EvBell>, Output<EvTone>, Output<EvCallEnded>]
public sealed partial class PhoneLine : GObj
{
    private DateTimeOffset _connectedAt;

    /// <summary>Time that a phone rings before the call is given up. Default 60 s.</summary>
    [Parameter]
    public partial TimeSpan RingTime { get; set; } = TimeSpan.FromSeconds(60);

    private enum State : byte
    {
        /// <summary>No call. Signals of the last call may have crossed the release.</summary>
        [On<EvDial>(nameof(AcSetUp), Next = Calling)]
        [On<EvIncomingCall>(Next = Ringing)]
        [Ignore<EvHangUp>]
        [Ignore<EvRemoteRings>, Ignore<EvRemoteAnswered>, Ignore<EvRemoteBusy>, Ignore<EvRemoteHungUp>]
        [Refuse]
        Idle,

        /// <summary>A call is going on, connected or not.</summary>
        [On<EvHangUp>(nameof(AcRelease), Next = Idle)]
        [On<EvRemoteHungUp>(Next = Idle)]
        [On<EvIncomingCall>(nameof(AcRejectBusy))]
        [Refuse]
        InCall,

        /// <summary>Calling a number.</summary>
        [Inside(InCall)]
        [On<EvRemoteAnswered>(Next = Connected)]
        [On<EvRemoteBusy>(Next = Busy)]
        [After(nameof(RingTime), nameof(AcRelease), Next = Idle)]
        [Exit(nameof(AcSilence))]
        Calling,

        /// <summary>The network looks for the other.</summary>
        [Inside(Calling)]
        [On<EvRemoteRings>(Next = Alerting)]
        Dialing,

        /// <summary>The phone of the other rings.</summary>
        [Inside(Calling)]
        [Enter(nameof(AcRingback))]
        [Ignore<EvRemoteRings>]
        Alerting,

        /// <summary>A call comes in.</summary>
        [Inside(InCall)]
        [Enter(nameof(AcRing)), Exit(nameof(AcStopRinging))]
        [On<EvAnswer>(nameof(AcConnect), Next = Connected)]
        [After(nameof(RingTime), nameof(AcRelease), Next = Idle)]
        Ringing,

        /// <summary>The call is connected.</summary>
        [Inside(InCall)]
        [Enter(nameof(AcBeginCounting)), Exit(nameof(AcTellEnded))]
        Connected,

        /// <summary>Both hear each other.</summary>
        [Inside(Connected)]
        [On<EvHold>(nameof(AcHold), Next = OnHold)]
        Talking,

        /// <summary>The other hears music.</summary>
        [Inside(Connected)]
        [On<EvResume>(nameof(AcResume), Next = Talking)]
        OnHold,

        /// <summary>The other phone is busy.</summary>
        [Inside(InCall)]
        [Enter(nameof(AcBusyTone)), Exit(nameof(AcSilence))]
        [On<EvHangUp>(Next = Idle)]
        [After(30_000, Next = Idle)]
        Busy,
    }

    private void AcSetUp(in EvDial e) => Publish(new EvSignal($"setup {e.Number}"));

    private void AcConnect() => Publish(new EvSignal("connect"));

    private void AcRelease() => Publish(new EvSignal("release"));

    private void AcRejectBusy(in EvIncomingCall e) => Publish(new EvSignal($"busy {e.Number}"));

    private void AcHold() => Publish(new EvSignal("hold"));

    private void AcResume() => Publish(new EvSignal("resume"));

    private void AcRing() => Publish(new EvBell(true));

    private void AcStopRinging() => Publish(new EvBell(false));

    private void AcRingback() => Publish(new EvTone("ringback"));

    private void AcBusyTone() => Publish(new EvTone("busy"));

    private void AcSilence() => Publish(new EvTone("none"));

    private void AcBeginCounting() => _connectedAt = Now;

    private void AcTellEnded() => Publish(new EvCallEnded(Now - _connectedAt));
}
