namespace CommitSample;

/// <summary>Asks a participant whether it can commit.</summary>
public readonly record struct EvPrepare;

/// <summary>Answers whether a participant can commit. One that says yes waits for the decision from now on.</summary>
public readonly record struct EvVote(int Participant, bool IsYes);

/// <summary>Tells that all have said yes.</summary>
public readonly record struct EvCommit;

/// <summary>Tells that somebody has said no, or nothing in time.</summary>
public readonly record struct EvRollBack;

/// <summary>Says that a participant has done what was decided.</summary>
public readonly record struct EvDone(int Participant);
