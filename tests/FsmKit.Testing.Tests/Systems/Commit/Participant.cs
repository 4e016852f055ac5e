namespace FsmKit.Testing.Tests.Systems.Commit;

/// <summary>Keeps values; a write is prepared first and counts when it is committed.</summary>
[GClass]
[Input<EvPrepare>, Input<EvCommit>, Input<EvRollBack>, Input<EvRead>]
public sealed partial class Participant : GObj
{
    private readonly Dictionary<string, int> _values = [];
    private readonly Dictionary<int, EvPrepare> _prepared = [];

    /// <summary>Coordinator that decides.</summary>
    public Coordinator Coordinator { get; set; } = null!;

    /// <summary>Whether the participant says no, as the schedule chooses; null always says yes.</summary>
    public Func<bool>? RefusesToVote { get; set; }

    private enum State
    {
        [On<EvPrepare>(nameof(AcPrepare)), On<EvCommit>(nameof(AcCommit)), On<EvRollBack>(nameof(AcRollBack)), On<EvRead>(nameof(AcRead))]
        Ready,
    }

    private void AcPrepare(in EvPrepare e)
    {
        var isYes = RefusesToVote?.Invoke() != true;
        if (isYes)
        {
            _prepared[e.Transaction] = e;
        }

        Post(Coordinator, new EvVote(e.Transaction, isYes));
    }

    private void AcCommit(in EvCommit e)
    {
        if (_prepared.Remove(e.Transaction, out var write))
        {
            _values[write.Key] = write.Value;
        }
    }

    private void AcRollBack(in EvRollBack e) => _prepared.Remove(e.Transaction);

    private void AcRead(in EvRead e) => Post(e.Client, new EvValue(e.Key, _values.GetValueOrDefault(e.Key)));
}
