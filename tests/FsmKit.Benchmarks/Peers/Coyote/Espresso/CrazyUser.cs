namespace FsmKit.Peers.Espresso;

/// <summary>Presses buttons without sense, a few times.</summary>
internal sealed class CrazyUser : StateMachine
{
    private ActorId _panel = null!;
    private int _presses = 6;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvPress), nameof(AcPress))]
    private sealed class Pressing : State;

    private sealed class Tired : State;

    private void AcBegin(Event e)
    {
        _panel = e.SetUp<ActorId>();
        SendEvent(Id, new EvPress());
    }

    private void AcPress()
    {
        _presses--;
        SendEvent(_panel, RandomInteger(6) switch
        {
            0 => new EvEspressoButton(),
            1 => new EvSteamerOn(),
            2 => new EvSteamerOff(),
            3 => new EvOpenDoor(),
            4 => new EvCloseDoor(),
            _ => (Event)new EvReset(),
        });
        if (_presses > 0)
        {
            SendEvent(Id, new EvPress());
        }
        else
        {
            RaiseGotoStateEvent<Tired>();
        }
    }
}
