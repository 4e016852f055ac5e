using FsmKit;
using FsmKit.Testing;

namespace ElectionSample;

/// <summary>One of several nodes that elect a leader. A majority of the votes makes a leader until a higher term comes.</summary>
[GClass]
[Input<EvAsk>, Input<EvVote>, Input<EvHeartbeat>]
[Output<EvElected>]
public sealed partial class Member : GObj
{
    private readonly HashSet<int> _votes = [];
    private Ballot _ballot;

    /// <summary>Number of the member, from 1.</summary>
    [Parameter]
    public partial int Number { get; set; }

    /// <summary>Wait for a leader or for votes. Each member has another time, so candidates do not block each other for ever.</summary>
    public TimeSpan Patience => TimeSpan.FromMilliseconds(250 + (50 * Number));

    /// <summary>The processes of all members, this one included.</summary>
    public IReadOnlyList<WorldNode> Nodes { get; set; } = [];

    /// <summary>Carries messages between members.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Keeps the ballot of the member beyond the end of its process.</summary>
    public BallotFile File { get; set; } = null!;

    /// <summary>The latest term that the member has seen.</summary>
    public int Term => _ballot.Term;

    /// <summary>Whether the member leads in its term.</summary>
    public bool IsLeader => CurrentState == State.Leader;

    private enum State : byte
    {
        /// <summary>Waits for signs of a leader.</summary>
        [After(nameof(Patience), Next = Candidate)]
        [On<EvHeartbeat>(nameof(AcSee), Next = Follower, When = nameof(IsOfNow)), Ignore<EvHeartbeat>]
        [On<EvAsk>(nameof(AcVote), Next = Follower, When = nameof(MayVote)), Ignore<EvAsk>]
        [Ignore<EvVote>]
        Follower,

        /// <summary>Wants to lead in a new term. The first vote is the member's own.</summary>
        [Enter(nameof(AcCampaign))]
        [Always(nameof(AcLead), Next = Leader, When = nameof(HasMajority))]
        [After(nameof(Patience), Next = Candidate)]
        [On<EvVote>(nameof(AcCount), When = nameof(IsForThis)), Ignore<EvVote>]
        [On<EvHeartbeat>(nameof(AcSee), Next = Follower, When = nameof(IsOfNow)), Ignore<EvHeartbeat>]
        [On<EvAsk>(nameof(AcVote), Next = Follower, When = nameof(IsNewer)), Ignore<EvAsk>]
        Candidate,

        /// <summary>Leads, and sends a heartbeat every 100 ms.</summary>
        [Enter(nameof(AcBeat))]
        [After(100, Next = Leader)]
        [On<EvHeartbeat>(nameof(AcSee), Next = Follower, When = nameof(IsNewer)), Ignore<EvHeartbeat>]
        [On<EvAsk>(nameof(AcVote), Next = Follower, When = nameof(IsNewer)), Ignore<EvAsk>]
        [Ignore<EvVote>]
        Leader,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _ballot = File.Read();

    private bool IsOfNow(in EvHeartbeat e) => e.Term >= Term;

    private bool IsNewer(in EvHeartbeat e) => e.Term > Term;

    private bool IsNewer(in EvAsk e) => e.Term > Term;

    private bool MayVote(in EvAsk e) => IsNewer(in e) || (e.Term == Term && (_ballot.Vote == 0 || _ballot.Vote == e.Candidate));

    private bool IsForThis(in EvVote e) => e.Term == Term;

    private bool HasMajority() => _votes.Count > Nodes.Count / 2;

    private void AcSee(in EvHeartbeat e)
    {
        if (e.Term > Term)
        {
            Promise(new Ballot(e.Term, Vote: 0));
        }
    }

    private void AcVote(in EvAsk e)
    {
        Promise(new Ballot(e.Term, e.Candidate));
        Tell(Nodes[e.Candidate - 1], new EvVote(Term, Number));
    }

    private void AcCampaign()
    {
        Promise(new Ballot(Term + 1, Number));
        _votes.Clear();
        _votes.Add(Number);
        TellOthers(new EvAsk(Term, Number));
    }

    private void AcCount(in EvVote e) => _votes.Add(e.Voter);

    private void AcLead() => Publish(new EvElected(Term, Number));

    private void AcBeat() => TellOthers(new EvHeartbeat(Term));

    /// <summary>Keeps a ballot. A ballot is kept before others hear of it.</summary>
    private void Promise(Ballot ballot)
    {
        _ballot = ballot;
        File.Write(ballot);
    }
}
