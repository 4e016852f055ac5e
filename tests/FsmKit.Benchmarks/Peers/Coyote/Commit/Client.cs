namespace FsmKit.Peers.Commit;

/// <summary>Writes one value, and reads it back when it was committed.</summary>
internal sealed class Client : StateMachine
{
    private ActorId _coordinator = null!;
    private int _key;
    private int _value;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvWritten), nameof(AcRead))]
    private sealed class Writing : State;

    [OnEventGotoState(typeof(EvValue), typeof(Done), nameof(AcCompare))]
    private sealed class Reading : State;

    private sealed class Done : State;

    private void AcBegin(Event e)
    {
        (_coordinator, _key, _value) = e.SetUp<(ActorId, int, int)>();
        Monitor<Answered>(new Answered.EvOpen());
        SendEvent(_coordinator, new EvWrite((Id, _key, _value)));
    }

    private void AcRead(Event e)
    {
        if (e.Of<bool>())
        {
            SendEvent(_coordinator, new EvRead((Id, _key)));
            RaiseGotoStateEvent<Reading>();
        }
        else
        {
            Monitor<Answered>(new Answered.EvClose());
            RaiseGotoStateEvent<Done>();
        }
    }

    private void AcCompare(Event e)
    {
        Monitor<Answered>(new Answered.EvClose());
        Assert(e.Of<int>() == _value, "{0} was written and {1} read", _value, e.Of<int>());
    }
}
