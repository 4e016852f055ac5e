namespace FsmKit.Peers.FailureDetector;

/// <summary>Answers pings until it is shut down. The schedule may lose one answer.</summary>
internal sealed class Node : StateMachine
{
    private ActorId _detector = null!;
    private ActorId _timer = null!;
    private int _losses = 1;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvPing), nameof(AcAnswer)), OnEventGotoState(typeof(EvShutDown), typeof(Dead), nameof(AcCrash))]
    private sealed class Alive : State;

    [OnEventDoAction(typeof(EvPing), nameof(AcSettle)), IgnoreEvents(typeof(EvShutDown))]
    private sealed class Dead : State;

    private void AcBegin(Event e) => (_detector, _timer) = e.SetUp<(ActorId, ActorId)>();

    private void AcAnswer()
    {
        if (_losses > 0 && RandomBoolean())
        {
            _losses--;
        }
        else
        {
            SendEvent(_detector, new EvPong(Id));
        }

        AcSettle();
    }

    private void AcSettle() => SendEvent(_timer, new EvSettled());

    private void AcCrash()
    {
        Monitor<Accuracy>(new Accuracy.EvCrashed(Id));
        Monitor<Answered>(new Answered.EvOpen());
    }
}
