namespace FsmKit.Peers.Espresso;

/// <summary>Takes the buttons of the user, and lets the machine do one thing after the other.</summary>
internal sealed class ControlPanel : StateMachine
{
    private ActorId _coffee = null!;
    private bool _resetsAtOnce;
    private bool _worksWhileOpen;
    private bool _isOpen;

    [Start, OnEntry(nameof(AcBegin))]
    [DeferEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvCloseDoor), typeof(EvReset))]
    private sealed class Init : State;

    [OnEventGotoState(typeof(EvWarm), typeof(Ready))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvCloseDoor), typeof(EvReset))]
    private sealed class Warming : State;

    [OnEventGotoState(typeof(EvEspressoButton), typeof(Grinding), nameof(AcGrind)), OnEventGotoState(typeof(EvSteamerOn), typeof(Steaming), nameof(AcSteam))]
    [OnEventDoAction(typeof(EvOpenDoor), nameof(AcOpen)), OnEventDoAction(typeof(EvCloseDoor), nameof(AcClose))]
    [IgnoreEvents(typeof(EvSteamerOff), typeof(EvReset))]
    private sealed class Ready : State;

    [OnEntry(nameof(AcCheck)), OnEventGotoState(typeof(EvGround), typeof(Brewing), nameof(AcBrew)), OnEventGotoState(typeof(EvEmpty), typeof(Stopped))]
    [OnEventDoAction(typeof(EvReset), nameof(AcReset))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvCloseDoor))]
    private sealed class Grinding : State;

    [OnEventGotoState(typeof(EvBrewed), typeof(Ready)), OnEventGotoState(typeof(EvEmpty), typeof(Stopped)), OnEventDoAction(typeof(EvReset), nameof(AcReset))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvCloseDoor))]
    private sealed class Brewing : State;

    [OnEventGotoState(typeof(EvSteamerOff), typeof(Ready), nameof(AcStopSteam))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvOpenDoor), typeof(EvCloseDoor), typeof(EvReset))]
    private sealed class Steaming : State;

    [OnEventGotoState(typeof(EvCloseDoor), typeof(Ready), nameof(AcClose))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvReset))]
    private sealed class DoorOpen : State;

    [OnEventGotoState(typeof(EvReset), typeof(Warming), nameof(AcWarmUp))]
    [IgnoreEvents(typeof(EvEspressoButton), typeof(EvSteamerOn), typeof(EvSteamerOff), typeof(EvOpenDoor), typeof(EvCloseDoor))]
    private sealed class Stopped : State;

    private void AcBegin(Event e)
    {
        (_resetsAtOnce, _worksWhileOpen) = e.SetUp<(bool, bool)>();
        _coffee = CreateActor(typeof(CoffeeMachine), new EvSetUp<ActorId>(Id));
        AcWarmUp();
        RaiseGotoStateEvent<Warming>();
    }

    private void AcWarmUp() => Ask(new EvWarmUp());

    private void AcGrind() => Ask(new EvGrind());

    private void AcBrew() => Ask(new EvBrew());

    private void AcSteam() => SendEvent(_coffee, new EvSteam());

    private void AcStopSteam() => SendEvent(_coffee, new EvStopSteam());

    private void AcOpen()
    {
        _isOpen = true;
        if (!_worksWhileOpen)
        {
            RaiseGotoStateEvent<DoorOpen>();
        }
    }

    private void AcClose() => _isOpen = false;

    private void AcCheck() => Assert(!_isOpen, "the door is shut while the machine works");

    private void AcReset()
    {
        if (_resetsAtOnce)
        {
            RaiseGotoStateEvent<Ready>();
        }
    }

    private void Ask(Event work)
    {
        Monitor<Answered>(new Answered.EvOpen());
        SendEvent(_coffee, work);
    }
}
