namespace FsmKit.Peers.FailureDetector;

/// <summary>Times out when all pings are settled: the time-out of the gclasses, which comes when nothing else can happen, without a clock.</summary>
internal sealed class PingTimer : StateMachine
{
    private ActorId _detector = null!;
    private int _open;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvWait), nameof(AcWait)), OnEventDoAction(typeof(EvSettled), nameof(AcCount))]
    private sealed class Ready : State;

    private void AcBegin(Event e) => _detector = e.SetUp<ActorId>();

    private void AcWait(Event e) => _open = e.Of<int>();

    private void AcCount()
    {
        if (--_open == 0)
        {
            SendEvent(_detector, new EvTimeOut());
        }
    }
}
