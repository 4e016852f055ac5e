namespace FsmKit.Simulations.Running;

/// <summary>A system of the library's gclasses, with what goes wrong around it.</summary>
/// <param name="Name">The name under which tests report it.</param>
/// <param name="SetUp">Makes the loops and gobjs of a schedule, and says what has to hold.</param>
/// <param name="Options">What goes wrong, and how long a schedule may be.</param>
/// <param name="Schedules">How many schedules the ordinary suite runs.</param>
public sealed record Scenario(string Name, Action<World> SetUp, ExploreOptions Options, int Schedules = 200);
