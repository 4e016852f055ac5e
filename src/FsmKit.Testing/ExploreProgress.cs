namespace FsmKit.Testing;

/// <summary>How far an exploration is.</summary>
/// <param name="Schedules">How many schedules were run.</param>
/// <param name="Steps">How many steps they had together.</param>
/// <param name="Elapsed">How long it has taken.</param>
public sealed record ExploreProgress(long Schedules, long Steps, TimeSpan Elapsed);
