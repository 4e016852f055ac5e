namespace FsmKit.Peers.Espresso;

/// <summary>Grinds, brews and makes steam, one thing at a time, as the panel says.</summary>
internal sealed class CoffeeMachine : StateMachine
{
    private ActorId _panel = null!;

    [Start, OnEntry(nameof(AcBegin)), OnEventGotoState(typeof(EvWarmUp), typeof(Warm), nameof(AcWarmUp))]
    private sealed class Cold : State;

    [OnEventDoAction(typeof(EvGrind), nameof(AcGrind)), OnEventDoAction(typeof(EvBrew), nameof(AcBrew)), OnEventGotoState(typeof(EvSteam), typeof(Steaming))]
    [OnEventDoAction(typeof(EvWarmUp), nameof(AcWarmUp))]
    private sealed class Warm : State;

    [OnEventGotoState(typeof(EvStopSteam), typeof(Warm))]
    private sealed class Steaming : State;

    private void AcBegin(Event e) => _panel = e.SetUp<ActorId>();

    private void AcWarmUp() => Answer(new EvWarm());

    private void AcGrind() => Answer(RandomBoolean() ? new EvEmpty() : new EvGround());

    private void AcBrew() => Answer(RandomBoolean() ? new EvEmpty() : new EvBrewed());

    private void Answer(Event answer)
    {
        Monitor<Answered>(new Answered.EvClose());
        SendEvent(_panel, answer);
    }
}
