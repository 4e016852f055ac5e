namespace FsmKit.Testing.Tests.Systems.Journal;

/// <summary>Asks a ledger to keep a number.</summary>
public readonly record struct EvKeep(int Number, Depositor Depositor);

/// <summary>Says that a number is kept.</summary>
public readonly record struct EvKept(int Number);
