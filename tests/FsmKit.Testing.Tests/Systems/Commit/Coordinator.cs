namespace FsmKit.Testing.Tests.Systems.Commit;

/// <summary>Lets the participants vote on one write after the other, and tells them and the client the outcome.</summary>
[GClass]
[Input<EvWrite>, Input<EvRead>, Input<EvVote>]
public sealed partial class Coordinator : GObj
{
    private EvWrite _write;
    private int _transaction;
    private int _votes;

    /// <summary>Participants that have to agree.</summary>
    public IReadOnlyList<Participant> Participants { get; set; } = [];

    /// <summary>Commits when the first participant has said yes.</summary>
    public bool IsHasty { get; set; }

    private enum State
    {
        [On<EvWrite>(nameof(AcPrepare), Next = Voting), On<EvRead>(nameof(AcRead)), Ignore<EvVote>]
        Idle,

        [On<EvVote>(nameof(AcRollBack), Next = Idle, When = nameof(IsNo))]
        [On<EvVote>(nameof(AcCommit), Next = Idle, When = nameof(IsLast))]
        [On<EvVote>(nameof(AcCount), When = nameof(IsOfThis)), Ignore<EvVote>]
        [Defer<EvWrite>, On<EvRead>(nameof(AcRead))]
        Voting,
    }

    private int Needed => IsHasty ? 1 : Participants.Count;

    private void AcPrepare(in EvWrite e)
    {
        (_write, _votes) = (e, 0);
        _transaction++;
        foreach (var participant in Participants)
        {
            Post(participant, new EvPrepare(_transaction, e.Key, e.Value));
        }
    }

    private bool IsOfThis(in EvVote e) => e.Transaction == _transaction;

    private bool IsNo(in EvVote e) => IsOfThis(in e) && !e.IsYes;

    private bool IsLast(in EvVote e) => IsOfThis(in e) && e.IsYes && _votes + 1 >= Needed;

    private void AcCount() => _votes++;

    private void AcCommit() => Tell(new EvCommit(_transaction), isCommitted: true);

    private void AcRollBack()
    {
        foreach (var participant in Participants)
        {
            Post(participant, new EvRollBack(_transaction));
        }

        Post(_write.Client, new EvWritten(IsCommitted: false));
    }

    private void Tell(EvCommit commit, bool isCommitted)
    {
        foreach (var participant in Participants)
        {
            Post(participant, in commit);
        }

        Post(_write.Client, new EvWritten(isCommitted));
    }

    private void AcRead(in EvRead e) => Post(Participants[e.Client.Choose(Participants.Count)], in e);
}
