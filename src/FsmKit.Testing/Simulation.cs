namespace FsmKit.Testing;

/// <summary>Runs a system of gclasses once, in a simulated <see cref="World"/>.</summary>
public static class Simulation
{
    /// <summary>
    /// Runs the system that <paramref name="setUp"/> creates once, with random choices. The same seed makes the same choices.
    /// </summary>
    /// <returns>The events of the run.</returns>
    /// <exception cref="SimulationException">The run failed.</exception>
    public static Trace Run(ulong seed, Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return new Worlds.Explorer(setUp, (options ?? new ExploreOptions()) with { Schedules = 1, Seed = seed, Strategy = Strategy.Random }).RunTraced();
    }
}
