namespace FsmKit.Peers.FailureDetector;

/// <summary>Shuts nodes down, at moments that the schedule chooses.</summary>
internal sealed class Injector : StateMachine
{
    private ActorId[] _nodes = [];
    private ActorId _detector = null!;
    private int _strikes = 2;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvStrike), nameof(AcStrike))]
    private sealed class Striking : State;

    private void AcBegin(Event e)
    {
        (_nodes, _detector) = e.SetUp<(ActorId[], ActorId)>();
        SendEvent(Id, new EvStrike());
    }

    private void AcStrike()
    {
        _strikes--;
        SendEvent(_nodes[RandomInteger(2)], new EvShutDown());
        if (_strikes > 0)
        {
            SendEvent(Id, new EvStrike());
        }
        else
        {
            SendEvent(_detector, new EvStruck());
        }
    }
}
