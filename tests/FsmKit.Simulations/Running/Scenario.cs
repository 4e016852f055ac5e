namespace FsmKit.Simulations.Running;

/// <summary>A system of the library's gclasses, with the faults around it.</summary>
/// <param name="Name">The name under which tests report it.</param>
/// <param name="SetUp">Makes the loops and gobjs of a schedule, and states the rules of the system.</param>
/// <param name="Options">Faults, and the largest length of a schedule.</param>
/// <param name="Schedules">Number of schedules in the ordinary suite.</param>
public sealed record Scenario(string Name, Action<World> SetUp, ExploreOptions Options, int Schedules = 200);
