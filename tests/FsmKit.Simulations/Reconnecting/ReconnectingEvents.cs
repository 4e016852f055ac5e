namespace FsmKit.Simulations.Reconnecting;

/// <summary>Do the next thing.</summary>
public readonly record struct EvNext;

/// <summary>Switch the connex on again.</summary>
public readonly record struct EvOnAgain;
