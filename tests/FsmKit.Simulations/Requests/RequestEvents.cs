namespace FsmKit.Simulations.Requests;

/// <summary>Orders the next request.</summary>
public readonly record struct EvAskNext;

/// <summary>The session has thought long enough.</summary>
public readonly record struct EvThought;
