using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tracing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>
/// Runs a system of gclasses many times, each time in a new simulated <see cref="World"/> and with other choices, such as the loop of each
/// step. One such run is a schedule.
/// </summary>
/// <remarks>
/// The delegate <c>setUp</c> is called once per run (less often with <see cref="Strategy.States"/>) and creates everything: loops with
/// <see cref="World.Loop"/>, gobjs on them, and the conditions to check. It must not use static variables that change, because each run
/// would find the values of the one before.
/// </remarks>
public static class Explore
{
    /// <summary>
    /// Simulates the system that <paramref name="setUp"/> creates in many different runs, up to the limits of the options. Throws the first
    /// failure, shortened to few steps.
    /// </summary>
    /// <exception cref="SimulationException">A simulated run failed.</exception>
    public static Exploration Run(Action<World> setUp, ExploreOptions? options = null)
    {
        var found = Find(setUp, options);
        return found.Failure is { } failure ? throw new SimulationException(failure) : found;
    }

    /// <summary>
    /// Simulates the system that <paramref name="setUp"/> creates in many different runs, until one fails or a limit of the options is
    /// reached. The failure is shortened to few steps and is part of the result.
    /// </summary>
    public static Exploration Find(Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Explore();
    }

    /// <summary>
    /// Repeats a simulated run that failed, from its choices (<see cref="SimulationFailure.Choices"/>). Missing choices count as 0.
    /// </summary>
    /// <returns>The failure; null when the run does not fail (any more).</returns>
    /// <exception cref="FormatException"><paramref name="choices"/> is not the text of such choices.</exception>
    public static SimulationFailure? Replay(string choices, Action<World> setUp, ExploreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(setUp);
        return new Explorer(setUp, options ?? new ExploreOptions()).Replay(ChoiceText.Read(choices));
    }

    /// <summary>
    /// Repeats a simulated run that failed, from the choices in a file that <see cref="SimulationFailure.Save"/> or
    /// <see cref="ExploreOptions.FailureFile"/> wrote.
    /// </summary>
    /// <returns>The failure; null when the run does not fail (any more).</returns>
    /// <exception cref="FormatException">The file contains no choices of a failure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SimulationFailure? ReplayFile(string path, Action<World> setUp, ExploreOptions? options = null) => Replay(FailureFile.ReadChoices(path), setUp, options);
}
