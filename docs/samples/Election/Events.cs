namespace ElectionSample;

/// <summary>Asks for a vote in a term.</summary>
public readonly record struct EvAsk(int Term, int Candidate);

/// <summary>Votes for a candidate in a term.</summary>
public readonly record struct EvVote(int Term, int Voter);

/// <summary>Shows that the leader of a term is alive.</summary>
public readonly record struct EvHeartbeat(int Term);

/// <summary>Tells that a member has become the leader of a term.</summary>
public readonly record struct EvElected(int Term, int Leader);
