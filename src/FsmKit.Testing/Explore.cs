using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tracing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>Runs a system of gclasses in many schedules, each in a world of its own.</summary>
/// <remarks>
/// The set-up is called once per schedule (more rarely by <see cref="Strategy.States"/>) and makes everything anew: loops with <see cref="World.Loop"/>, gobjs on them, and what has to hold. A static variable that
/// one schedule changes, the next one finds changed.
/// </remarks>
public static class Explore
{
    /// <summary>Explores, and throws at the first failure, which is shrunk before.</summary>
    /// <exception cref="SimulationException">A schedule failed.</exception>
    public static Exploration Run(Action<World> setUp, ExploreOptions? options = null)
    {
        var found = Find(setUp, options);
        return found.Failure is { } failure ? throw new SimulationException(failure) : found;
    }

    /// <summary>Explores until a schedule fails, or the budget is used up.</summary>
    public static Exploration Find(Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Explore();
    }

    /// <summary>Runs one schedule by the choices of a failure; those that are missing take the first way there is.</summary>
    /// <returns>The failure, or null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The text is none of a failure.</exception>
    public static SimulationFailure? Replay(string choices, Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Replay(ChoiceText.Read(choices));
    }

    /// <summary>Runs one schedule by the choices in a file that <see cref="SimulationFailure.Save"/> or <see cref="ExploreOptions.FailureFile"/> wrote.</summary>
    /// <returns>The failure, or null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The file is none of a failure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SimulationFailure? ReplayFile(string path, Action<World> setUp, ExploreOptions? options = null) => Replay(FailureFile.ReadChoices(path), setUp, options);
}
