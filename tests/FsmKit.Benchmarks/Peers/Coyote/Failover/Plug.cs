namespace FsmKit.Peers.Failover;

/// <summary>Is pulled a few times, at moments that the schedule chooses.</summary>
internal sealed class Plug : StateMachine
{
    private ActorId _keeper = null!;
    private int _pulls = 2;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvPull), nameof(AcPull))]
    private sealed class Pulling : State;

    private void AcBegin(Event e)
    {
        _keeper = e.SetUp<ActorId>();
        SendEvent(Id, new EvPull());
    }

    private void AcPull()
    {
        SendEvent(_keeper, new EvUnplug());
        if (--_pulls > 0)
        {
            SendEvent(Id, new EvPull());
        }
    }
}
