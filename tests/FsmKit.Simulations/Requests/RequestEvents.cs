namespace FsmKit.Simulations.Requests;

/// <summary>Ask the next thing.</summary>
public readonly record struct EvAskNext;

/// <summary>The session has thought long enough.</summary>
public readonly record struct EvThought;
