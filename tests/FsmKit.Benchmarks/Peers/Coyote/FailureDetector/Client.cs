namespace FsmKit.Peers.FailureDetector;

/// <summary>Hears of dead nodes.</summary>
internal sealed class Client : StateMachine
{
    [Start, OnEventDoAction(typeof(EvDead), nameof(AcHear))]
    private sealed class Listening : State;

    private void AcHear() => Monitor<Answered>(new Answered.EvClose());
}
