namespace FsmKit.Simulations.Snapshots;

/// <summary>Something to do.</summary>
/// <param name="Number">Which.</param>
public readonly record struct EvJob(int Number);

/// <summary>Some more of it is done.</summary>
public readonly record struct EvPulse;

/// <summary>Do the next thing.</summary>
public readonly record struct EvNext;
