namespace FsmKit.Testing.Tests.Systems.Raft;

/// <content>Work of a leader.</content>
public sealed partial class Node
{
    private int[] _next = [];
    private int[] _match = [];

    private bool IsOfTerm(in EvAppended e) => e.Term == Term;

    private bool IsTaken(in EvAppended e) => e.IsSuccess && IsOfTerm(in e);

    private void AcLead()
    {
        Spec.Lead(this);
        (_next, _match) = (new int[Nodes.Count], new int[Nodes.Count]);
        Array.Fill(_next, LastIndex + 1);
        AcShow();
    }

    private void AcShow() => SendToAll(withEntries: false);

    private void AcTake(in EvCommand e)
    {
        _log.Add(new Entry(Term, e.Command));
        SendToAll(withEntries: true);
        Commit();
    }

    private void AcAdvance(in EvAppended e)
    {
        _match[e.Follower] = Math.Max(_match[e.Follower], e.Match);
        _next[e.Follower] = _match[e.Follower] + 1;
        Commit();
        if (_next[e.Follower] <= LastIndex)
        {
            SendTo(e.Follower, withEntries: true);
        }
    }

    private void AcGoBack(in EvAppended e)
    {
        _next[e.Follower] = Math.Max(1, _next[e.Follower] - 1);
        SendTo(e.Follower, withEntries: true);
    }

    private void Commit()
    {
        for (var index = LastIndex; index > _commit; index--)
        {
            if (HasMajority(index) && (TermAt(index) == Term || Mistake == RaftMistake.CommitsOldTerm))
            {
                CommitUpTo(index);
            }
        }
    }

    /// <summary>The leader itself counts, too.</summary>
    private bool HasMajority(int index) => 1 + _match.Count(match => match >= index) >= Majority;

    private void SendToAll(bool withEntries)
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (i != Number)
            {
                SendTo(i, withEntries);
            }
        }
    }

    private void SendTo(int number, bool withEntries)
    {
        var previous = _next[number] - 1;
        Link.Post(Nodes[number], new EvAppend(Term, Number, previous, TermAt(previous), withEntries ? [.. _log.Skip(previous)] : [], _commit), this);
    }
}
