using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Http;

/// <summary>Requests and responses end in the middle, because one side aborts them.</summary>
public static class AbortScenarios
{
    /// <summary>Clients break connections off and handlers abort requests, on the loop.</summary>
    public static Scenario Aborting { get; } = new("http aborting", static world => new HttpSystem(world) { Aborts = true }.SetUp(), HttpScenarios.Options, Schedules: 80);

    /// <summary>The same where handlers run in a pool, and the server is stopped.</summary>
    public static Scenario Pooled { get; } = new(
        "http aborting in a pool", static world => new HttpSystem(world) { Aborts = true, IsPooled = true, Stops = world.Choose(2), Breaks = true }.SetUp(), HttpScenarios.Options, Schedules: 40);
}
