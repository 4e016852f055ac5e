namespace FsmKit.Testing.Shrinking;

/// <summary>The length of a schedule.</summary>
/// <param name="OfLoops">Number of steps of loops, most of which are an event in the trace.</param>
/// <param name="Steps">Number of all steps, those of links, the pool and the clock included.</param>
internal readonly record struct ScheduleLength(int OfLoops, int Steps);
