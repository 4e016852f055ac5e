namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Common mistakes in implementations of Raft.</summary>
public enum RaftMistake
{
    /// <summary>No mistake.</summary>
    None,

    /// <summary>Votes for every candidate that asks in a term.</summary>
    VotesTwice,

    /// <summary>Forgets its vote when it hears from the leader of the same term.</summary>
    ForgetsVote,

    /// <summary>Votes for a candidate whose log is behind the voter's.</summary>
    VotesForOldLog,

    /// <summary>Commits an entry of an old term when a majority has the entry.</summary>
    CommitsOldTerm,

    /// <summary>Keeps its own entry where the leader has another one.</summary>
    KeepsConflicts,

    /// <summary>Removes all entries behind those that the leader sends, also when nothing conflicts.</summary>
    RemovesMatches,

    /// <summary>Takes half of the nodes, rounded down, for a majority.</summary>
    CountsHalf,

    /// <summary>Accepts entries from the leader of an old term.</summary>
    AcceptsOldLeader,

    /// <summary>Takes over a higher term, and stays leader or candidate.</summary>
    StaysLeader,

    /// <summary>Commits up to the leader's commit index, also behind the last entry that the leader is known to have.</summary>
    CommitsBeyondLast,
}
