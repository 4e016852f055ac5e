namespace CommitSample;

/// <summary>Asks a participant whether it can commit.</summary>
public readonly record struct EvPrepare;

/// <summary>Answers whether a participant can commit. After a yes the participant waits for the decision.</summary>
public readonly record struct EvVote(int Participant, bool IsYes);

/// <summary>Tells that all have said yes.</summary>
public readonly record struct EvCommit;

/// <summary>Tells that a participant has said no, or has not answered in time.</summary>
public readonly record struct EvRollBack;

/// <summary>Tells that a participant has carried out the decision.</summary>
public readonly record struct EvDone(int Participant);
