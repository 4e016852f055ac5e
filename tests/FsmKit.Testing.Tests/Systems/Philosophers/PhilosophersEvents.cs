namespace FsmKit.Testing.Tests.Systems.Philosophers;

/// <summary>Post of a philosopher to itself, so that the schedule chooses the moment to begin.</summary>
public readonly record struct EvBegin;

/// <summary>A philosopher wants a fork.</summary>
public readonly record struct EvTake(Philosopher Philosopher);

/// <summary>The philosopher has the fork.</summary>
public readonly record struct EvTaken;

/// <summary>The philosopher needs the fork no more.</summary>
public readonly record struct EvPutDown;
