namespace FsmKit.Simulations.Snapshots;

/// <summary>A job to do.</summary>
/// <param name="Number">Number of the job.</param>
public readonly record struct EvJob(int Number);

/// <summary>A part of the job is done.</summary>
public readonly record struct EvPulse;

/// <summary>Orders the next action.</summary>
public readonly record struct EvNext;

/// <summary>Orders to begin.</summary>
public readonly record struct EvGo;

/// <summary>Orders to end.</summary>
public readonly record struct EvBack;

/// <summary>Pokes a twin.</summary>
/// <param name="Number">Number of the poke.</param>
public readonly record struct EvPoke(int Number);

/// <summary>A named timeout.</summary>
/// <param name="Number">Number of deeds at the time when the timeout was armed.</param>
public readonly record struct EvOnce(int Number);

/// <summary>A post of a twin to itself.</summary>
/// <param name="Number">Number of deeds at the time of the post; -1 after EvBack.</param>
public readonly record struct EvEcho(int Number);
