namespace ElectionSample;

/// <summary>Holds what a member has promised: it has seen a term, and in that has voted for a member, or for none yet (0).</summary>
public readonly record struct Ballot(int Term, int Vote);
