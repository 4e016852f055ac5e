namespace FsmKit.Simulations.Preloads;

/// <summary>Orders the next connection.</summary>
public readonly record struct EvBeginNext;
