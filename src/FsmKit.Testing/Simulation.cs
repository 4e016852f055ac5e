namespace FsmKit.Testing;

/// <summary>Runs a system of gclasses once.</summary>
public static class Simulation
{
    /// <summary>Runs one random schedule. The same seed runs the same schedule.</summary>
    /// <returns>The trace of the schedule.</returns>
    /// <exception cref="SimulationException">The schedule failed.</exception>
    public static Trace Run(ulong seed, Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return new Worlds.Explorer(setUp, (options ?? new ExploreOptions()) with { Schedules = 1, Seed = seed, Strategy = Strategy.Random }).RunTraced();
    }
}
