using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tracing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>Runs a system of gclasses in many schedules, each in a world of its own.</summary>
/// <remarks>
/// The set-up is called once per schedule (less often with <see cref="Strategy.States"/>) and creates everything: loops with
/// <see cref="World.Loop"/>, gobjs on them, and the conditions to check. It must not use static variables that change, because each
/// schedule would find the values of the one before.
/// </remarks>
public static class Explore
{
    /// <summary>Explores, shrinks the first failure and throws it.</summary>
    /// <exception cref="SimulationException">A schedule failed.</exception>
    public static Exploration Run(Action<World> setUp, ExploreOptions? options = null)
    {
        var found = Find(setUp, options);
        return found.Failure is { } failure ? throw new SimulationException(failure) : found;
    }

    /// <summary>Explores until a schedule fails or the budget is used up. A failure is shrunk and returned.</summary>
    public static Exploration Find(Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Explore();
    }

    /// <summary>Runs one schedule with the choices of a failure. Missing choices are 0.</summary>
    /// <returns>The failure; null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The text is not that of a failure.</exception>
    public static SimulationFailure? Replay(string choices, Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Replay(ChoiceText.Read(choices));
    }

    /// <summary>
    /// Runs one schedule with the choices in a file that <see cref="SimulationFailure.Save"/> or <see cref="ExploreOptions.FailureFile"/>
    /// wrote.
    /// </summary>
    /// <returns>The failure; null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The file is not that of a failure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SimulationFailure? ReplayFile(string path, Action<World> setUp, ExploreOptions? options = null) => Replay(FailureFile.ReadChoices(path), setUp, options);
}
