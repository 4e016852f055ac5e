namespace FsmKit.Peers.Commit;

/// <summary>Lets the participants vote on one write after the other, and tells them and the client the outcome.</summary>
internal sealed class Coordinator : StateMachine
{
    private ActorId[] _participants = [];
    private (ActorId Client, int Key, int Value) _write;
    private int _transaction;
    private int _votes;
    private int _needed;

    [Start, OnEntry(nameof(AcBegin)), DeferEvents(typeof(EvWrite))]
    private sealed class Init : State;

    [OnEventGotoState(typeof(EvWrite), typeof(Voting), nameof(AcPrepare)), OnEventDoAction(typeof(EvRead), nameof(AcRead)), IgnoreEvents(typeof(EvVote))]
    private sealed class Idle : State;

    [OnEventDoAction(typeof(EvVote), nameof(AcCount)), OnEventDoAction(typeof(EvRead), nameof(AcRead)), DeferEvents(typeof(EvWrite))]
    private sealed class Voting : State;

    private void AcBegin(Event e)
    {
        var (isHasty, refuses) = e.SetUp<(bool, bool)>();
        _needed = isHasty ? 1 : 3;
        _participants = [.. Enumerable.Range(0, 3).Select(_ => CreateActor(typeof(Participant), new EvSetUp<(ActorId, bool)>((Id, refuses))))];
        RaiseGotoStateEvent<Idle>();
    }

    private void AcPrepare(Event e)
    {
        (_write, _votes) = (e.Of<(ActorId, int, int)>(), 0);
        _transaction++;
        foreach (var participant in _participants)
        {
            SendEvent(participant, new EvPrepare((_transaction, _write.Key, _write.Value)));
        }
    }

    private void AcRead(Event e) => SendEvent(_participants[RandomInteger(3)], e);

    private void AcCount(Event e)
    {
        var (transaction, isYes) = e.Of<(int, bool)>();
        if (transaction == _transaction && (!isYes || ++_votes >= _needed))
        {
            foreach (var participant in _participants)
            {
                SendEvent(participant, isYes ? new EvCommit(_transaction) : new EvRollBack(_transaction));
            }

            SendEvent(_write.Client, new EvWritten(isYes));
            RaiseGotoStateEvent<Idle>();
        }
    }
}
