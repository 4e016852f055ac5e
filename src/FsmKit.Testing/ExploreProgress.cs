namespace FsmKit.Testing;

/// <summary>Progress of an exploration.</summary>
/// <param name="Schedules">Number of schedules run so far.</param>
/// <param name="Steps">Number of steps of all these schedules.</param>
/// <param name="Elapsed">Time since the start, in system time.</param>
public sealed record ExploreProgress(long Schedules, long Steps, TimeSpan Elapsed);
