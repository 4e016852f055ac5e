namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Holds one command of a client in a log.</summary>
/// <param name="Term">The term of the leader that took the command.</param>
/// <param name="Command">Command of the client.</param>
public readonly record struct Entry(int Term, int Command);

/// <summary>The election timeout of a node has passed.</summary>
public readonly record struct EvElection;

/// <summary>A leader has to show that it is there.</summary>
public readonly record struct EvHeartbeat;

/// <summary>The surroundings do something again.</summary>
public readonly record struct EvTick;

/// <summary>A client wants a command to be applied; only leaders take it.</summary>
public readonly record struct EvCommand(int Command);

/// <summary>A candidate asks for a vote.</summary>
/// <param name="Term">The candidate's term.</param>
/// <param name="Candidate">The number of the candidate.</param>
/// <param name="LastIndex">The index of the last entry in the candidate's log.</param>
/// <param name="LastTerm">The term of that entry.</param>
public readonly record struct EvRequestVote(int Term, int Candidate, int LastIndex, int LastTerm);

/// <summary>Answers a candidate.</summary>
public readonly record struct EvVote(int Term, int Voter, bool IsGranted);

/// <summary>A leader sends entries, or none as a heartbeat.</summary>
/// <param name="Term">The leader's term.</param>
/// <param name="Leader">The number of the leader.</param>
/// <param name="PreviousIndex">The index of the entry just before the new ones.</param>
/// <param name="PreviousTerm">The term of that entry.</param>
/// <param name="Entries">The new entries.</param>
/// <param name="Commit">The leader's commit index.</param>
public readonly record struct EvAppend(int Term, int Leader, int PreviousIndex, int PreviousTerm, Entry[] Entries, int Commit);

/// <summary>Answers a leader.</summary>
/// <param name="Term">The follower's term.</param>
/// <param name="Follower">The number of the follower.</param>
/// <param name="IsSuccess">Whether the follower had the entry before the new ones.</param>
/// <param name="Match">Up to which index the follower's log is the leader's.</param>
public readonly record struct EvAppended(int Term, int Follower, bool IsSuccess, int Match);
