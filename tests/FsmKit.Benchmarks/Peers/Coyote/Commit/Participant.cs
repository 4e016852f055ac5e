namespace FsmKit.Peers.Commit;

/// <summary>Keeps values; a write is prepared first and counts when it is committed.</summary>
internal sealed class Participant : StateMachine
{
    private readonly Dictionary<int, int> _values = [];
    private readonly Dictionary<int, (int Transaction, int Key, int Value)> _prepared = [];
    private ActorId _coordinator = null!;
    private bool _refuses;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvPrepare), nameof(AcPrepare)), OnEventDoAction(typeof(EvRead), nameof(AcRead))]
    [OnEventDoAction(typeof(EvCommit), nameof(AcCommit)), OnEventDoAction(typeof(EvRollBack), nameof(AcRollBack))]
    private sealed class Ready : State;

    private void AcBegin(Event e) => (_coordinator, _refuses) = e.SetUp<(ActorId, bool)>();

    private void AcPrepare(Event e)
    {
        var write = e.Of<(int Transaction, int Key, int Value)>();
        var isYes = !(_refuses && RandomBoolean());
        if (isYes)
        {
            _prepared[write.Transaction] = write;
        }

        SendEvent(_coordinator, new EvVote((write.Transaction, isYes)));
    }

    private void AcCommit(Event e)
    {
        if (_prepared.Remove(e.Of<int>(), out var write))
        {
            _values[write.Key] = write.Value;
        }
    }

    private void AcRollBack(Event e) => _prepared.Remove(e.Of<int>());

    private void AcRead(Event e)
    {
        var (client, key) = e.Of<(ActorId, int)>();
        SendEvent(client, new EvValue(_values.GetValueOrDefault(key)));
    }
}
