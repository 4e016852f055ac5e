namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Takes part in Raft, after figure 2 of Ongaro and Ousterhout's "In Search of an Understandable Consensus Algorithm".</summary>
[GClass]
[Input<EvElection>, Input<EvHeartbeat>, Input<EvCommand>]
[Input<EvRequestVote>, Input<EvVote>, Input<EvAppend>, Input<EvAppended>]
public sealed partial class Node : GObj
{
    /// <summary>The number of the node.</summary>
    public int Number { get; set; }

    /// <summary>All nodes, this one included, in the order of their numbers.</summary>
    public IReadOnlyList<Node> Nodes { get; set; } = [];

    /// <summary>Carries messages between nodes.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Specification that checks applied entries and leaders.</summary>
    public RaftSpec Spec { get; set; } = null!;

    /// <summary>Mistake of the node.</summary>
    public RaftMistake Mistake { get; set; }

    /// <summary>The latest term that the node has seen.</summary>
    public int Term { get; private set; }

    /// <summary>Whether the node leads in its term.</summary>
    public bool IsLeader => CurrentState == State.Leader;

    private enum State
    {
        [On<EvElection>(Next = Candidate)]
        [On<EvRequestVote>(nameof(AcVote)), On<EvAppend>(nameof(AcAppend))]
        [On<EvVote>(nameof(AcSeeTerm)), On<EvAppended>(nameof(AcSeeTerm))]
        [Ignore<EvHeartbeat>, Ignore<EvCommand>]
        Follower,

        [Enter(nameof(AcCampaign)), Always(Next = Leader, When = nameof(HasMajority)), On<EvElection>(Next = Candidate)]
        [On<EvRequestVote>(nameof(AcVote), Next = Follower, When = nameof(HasToStepDown)), On<EvRequestVote>(nameof(AcVote))]
        [On<EvVote>(nameof(AcSeeTerm), Next = Follower, When = nameof(HasToStepDown))]
        [On<EvVote>(nameof(AcCount), When = nameof(IsForThis)), On<EvVote>(nameof(AcSeeTerm))]
        [On<EvAppend>(nameof(AcAppend), Next = Follower, When = nameof(IsFromLeader)), On<EvAppend>(nameof(AcAppend))]
        [On<EvAppended>(nameof(AcSeeTerm), Next = Follower, When = nameof(HasToStepDown)), Ignore<EvAppended>]
        [Ignore<EvHeartbeat>, Ignore<EvCommand>]
        Candidate,

        [Enter(nameof(AcLead)), On<EvHeartbeat>(nameof(AcShow)), On<EvCommand>(nameof(AcTake))]
        [On<EvRequestVote>(nameof(AcVote), Next = Follower, When = nameof(HasToStepDown)), On<EvRequestVote>(nameof(AcVote))]
        [On<EvVote>(nameof(AcSeeTerm), Next = Follower, When = nameof(HasToStepDown)), On<EvVote>(nameof(AcSeeTerm))]
        [On<EvAppend>(nameof(AcAppend), Next = Follower, When = nameof(HasToStepDown)), On<EvAppend>(nameof(AcAppend))]
        [On<EvAppended>(nameof(AcSeeTerm), Next = Follower, When = nameof(HasToStepDown))]
        [On<EvAppended>(nameof(AcAdvance), When = nameof(IsTaken)), On<EvAppended>(nameof(AcGoBack), When = nameof(IsOfTerm)), On<EvAppended>(nameof(AcSeeTerm))]
        [Ignore<EvElection>]
        Leader,
    }

    private int Majority => Mistake == RaftMistake.CountsHalf ? Nodes.Count / 2 : (Nodes.Count / 2) + 1;

    private bool HasToStepDown(in EvRequestVote e) => HasToStepDown(e.Term);

    private bool HasToStepDown(in EvVote e) => HasToStepDown(e.Term);

    private bool HasToStepDown(in EvAppend e) => HasToStepDown(e.Term);

    private bool HasToStepDown(in EvAppended e) => HasToStepDown(e.Term);

    private bool HasToStepDown(int term) => term > Term && Mistake != RaftMistake.StaysLeader;

    private void AcSeeTerm(in EvVote e) => See(e.Term);

    private void AcSeeTerm(in EvAppended e) => See(e.Term);

    /// <summary>Takes over a higher term, in which there is no vote yet.</summary>
    private void See(int term)
    {
        if (term > Term)
        {
            (Term, _vote) = (term, null);
        }
    }
}
