namespace FsmKit.Testing.Tests.Systems.Bank;

/// <summary>Post of a client to itself, so that the schedule chooses the moment to begin.</summary>
public readonly record struct EvBegin;

/// <summary>A client wants money from its account.</summary>
public readonly record struct EvWithdraw(BankClient Client, int Account, int Amount);

/// <summary>The server's answer: whether the money was paid, and the new balance.</summary>
public readonly record struct EvAnswer(bool IsPaid, int Balance);

/// <summary>The server asks the database for the balance of an account.</summary>
public readonly record struct EvQuery(int Account);

/// <summary>The database's answer.</summary>
public readonly record struct EvBalance(int Balance);

/// <summary>The server tells the database the new balance of an account.</summary>
public readonly record struct EvUpdate(int Account, int Balance);
