namespace FsmKit.Testing.Tests.Systems.Raft;

/// <content>Elections.</content>
public sealed partial class Node
{
    private int? _vote;
    private int _votes;

    private bool HasMajority() => _votes >= Majority;

    private bool IsForThis(in EvVote e) => e.IsGranted && e.Term == Term;

    private void AcCampaign()
    {
        (Term, _vote, _votes) = (Term + 1, Number, 1);
        foreach (var node in Nodes.Where(node => node != this))
        {
            Link.Post(node, new EvRequestVote(Term, Number, LastIndex, TermAt(LastIndex)), this);
        }
    }

    private void AcCount() => _votes++;

    private void AcVote(in EvRequestVote e)
    {
        See(e.Term);
        var isGranted = e.Term == Term && MayVoteFor(e.Candidate) && IsUpToDate(in e);
        if (isGranted)
        {
            _vote = e.Candidate;
        }

        Link.Post(Nodes[e.Candidate], new EvVote(Term, Number, isGranted), this);
    }

    private bool MayVoteFor(int candidate) => _vote is null || _vote == candidate || Mistake == RaftMistake.VotesTwice;

    private bool IsUpToDate(in EvRequestVote e) =>
        e.LastTerm > TermAt(LastIndex)
        || (e.LastTerm == TermAt(LastIndex) && e.LastIndex >= LastIndex)
        || Mistake == RaftMistake.VotesForOldLog;
}
