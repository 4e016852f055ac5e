namespace FsmKit.Simulations.Reconnecting;

/// <summary>Orders the next action.</summary>
public readonly record struct EvNext;

/// <summary>Orders to switch the connex on again.</summary>
public readonly record struct EvOnAgain;
