namespace FsmKit.Testing.Tests.Systems.Commit;

/// <summary>A client asks the coordinator to write a value under a key.</summary>
public readonly record struct EvWrite(Client Client, string Key, int Value);

/// <summary>A client asks for the value of a key.</summary>
public readonly record struct EvRead(Client Client, string Key);

/// <summary>Whether the write was committed.</summary>
public readonly record struct EvWritten(bool IsCommitted);

/// <summary>The value of a key.</summary>
public readonly record struct EvValue(string Key, int Value);

/// <summary>The coordinator asks a participant whether it can commit.</summary>
public readonly record struct EvPrepare(int Transaction, string Key, int Value);

/// <summary>A participant's answer.</summary>
public readonly record struct EvVote(int Transaction, bool IsYes);

/// <summary>All have said yes.</summary>
public readonly record struct EvCommit(int Transaction);

/// <summary>A participant has said no.</summary>
public readonly record struct EvRollBack(int Transaction);
