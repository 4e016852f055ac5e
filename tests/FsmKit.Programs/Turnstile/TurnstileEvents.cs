namespace FsmKit.Programs.Turnstile;

/// <summary>A coin has been put in.</summary>
public readonly record struct EvCoin;

/// <summary>A person has gone through, or tries to.</summary>
public readonly record struct EvPass;

/// <summary>The arm is to give way.</summary>
public readonly record struct EvUnlock;

/// <summary>The arm is to hold.</summary>
public readonly record struct EvLock;

/// <summary>A person goes through without having paid.</summary>
public readonly record struct EvAlarm;

/// <summary>A person has paid more than once.</summary>
public readonly record struct EvThankYou;
