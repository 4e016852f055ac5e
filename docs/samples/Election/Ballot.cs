namespace ElectionSample;

/// <summary>Promise of a member: the highest term seen, and the receiver of its vote in that term (0 before the vote).</summary>
public readonly record struct Ballot(int Term, int Vote);
