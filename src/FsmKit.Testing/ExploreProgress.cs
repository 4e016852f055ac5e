namespace FsmKit.Testing;

/// <summary>Progress of an exploration by <see cref="Explore"/>.</summary>
/// <param name="Schedules">Number of schedules (simulated runs) so far.</param>
/// <param name="Steps">Number of steps of all these runs; see <see cref="Exploration.Steps"/>.</param>
/// <param name="Elapsed">Time since the start, in system time.</param>
public sealed record ExploreProgress(long Schedules, long Steps, TimeSpan Elapsed);
