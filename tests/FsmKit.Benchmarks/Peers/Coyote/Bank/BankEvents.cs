namespace FsmKit.Peers.Bank;

/// <summary>Bugs of a bank.</summary>
internal readonly record struct Bugs(bool Errs = false, bool Forgets = false, bool IsCareless = false, bool IsHasty = false);

/// <summary>A client wants money.</summary>
internal sealed class EvWithdraw((ActorId Client, int Account, int Amount) request) : EvOf<(ActorId Client, int Account, int Amount)>(request);

/// <summary>The server's answer: whether the money was paid, and the new balance.</summary>
internal sealed class EvAnswer((bool IsPaid, int Balance) answer) : EvOf<(bool IsPaid, int Balance)>(answer);

/// <summary>The server asks the database for the balance of an account.</summary>
internal sealed class EvQuery(int account) : EvOf<int>(account);

/// <summary>The database's answer.</summary>
internal sealed class EvBalance(int balance) : EvOf<int>(balance);

/// <summary>The server tells the database the new balance of an account.</summary>
internal sealed class EvUpdate((int Account, int Balance) update) : EvOf<(int Account, int Balance)>(update);
