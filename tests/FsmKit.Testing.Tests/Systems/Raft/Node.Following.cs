namespace FsmKit.Testing.Tests.Systems.Raft;

/// <content>The log, and the work of a follower on the entries of its leader.</content>
public sealed partial class Node
{
    private readonly List<Entry> _log = [];
    private int _commit;

    /// <summary>The entries; the first one has the index 1.</summary>
    public IReadOnlyList<Entry> Log => _log;

    private int LastIndex => _log.Count;

    /// <summary>The term of an entry; 0 where there is none.</summary>
    private int TermAt(int index) => index >= 1 && index <= LastIndex ? _log[index - 1].Term : 0;

    private bool IsFromLeader(in EvAppend e) => e.Term >= Term;

    private void AcAppend(in EvAppend e)
    {
        See(e.Term);
        var isSuccess = (IsFromLeader(in e) || Mistake == RaftMistake.AcceptsOldLeader)
            && e.PreviousIndex <= LastIndex && TermAt(e.PreviousIndex) == e.PreviousTerm;
        var last = e.PreviousIndex + e.Entries.Length;
        if (isSuccess)
        {
            Merge(e.PreviousIndex, e.Entries);
            CommitUpTo(Mistake == RaftMistake.CommitsBeyondLast ? e.Commit : Math.Min(e.Commit, last));
        }

        if (Mistake == RaftMistake.ForgetsVote)
        {
            _vote = null;
        }

        Link.Post(Nodes[e.Leader], new EvAppended(Term, Number, isSuccess, last), this);
    }

    private void Merge(int previous, Entry[] entries)
    {
        if (Mistake == RaftMistake.RemovesMatches)
        {
            RemoveFrom(previous + 1);
        }

        for (var i = 0; i < entries.Length; i++)
        {
            var index = previous + 1 + i;
            if (index <= LastIndex && TermAt(index) != entries[i].Term && Mistake != RaftMistake.KeepsConflicts)
            {
                RemoveFrom(index);
            }

            if (index > LastIndex)
            {
                _log.Add(entries[i]);
            }
        }
    }

    private void RemoveFrom(int index) => _log.RemoveRange(index - 1, LastIndex - index + 1);

    private void CommitUpTo(int index)
    {
        while (_commit < Math.Min(index, LastIndex))
        {
            _commit++;
            Spec.Apply(this, _commit, _log[_commit - 1]);
        }
    }
}
