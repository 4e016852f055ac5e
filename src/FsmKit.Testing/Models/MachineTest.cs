using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Tests one gclass by its table: walks paths over all rows of it, then sends events by chance, each time to a new gobj in a world of its own, where time is simulated. Exceptions fail
/// it, invariants, and a model that the gobj is compared with.
/// </summary>
public static class MachineTest
{
    internal const string Trimming = "Events are made and sent by their types, which trimming may have removed, and for which there may be no code.";

    /// <summary>Tests, and throws at the first failure, which is shrunk before.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <exception cref="SimulationException">A schedule failed.</exception>
    /// <exception cref="NotSupportedException">No value of an event can be made by its type, and <paramref name="options"/> do not say how.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static MachineTestResult Run<T>(MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new()
    {
        var found = Find(options);
        return found.Failure is { } failure ? throw new SimulationException(failure) : found;
    }

    /// <summary>Tests until a schedule fails, or all is done.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <exception cref="NotSupportedException">No value of an event can be made by its type, and <paramref name="options"/> do not say how.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static MachineTestResult Find<T>(MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new() => new MachineTester<T>(options ?? new MachineTestOptions<T>()).Run();

    /// <summary>Runs one schedule by the choices of a failure.</summary>
    /// <param name="choices">Those of <see cref="SimulationFailure.Choices"/>.</param>
    /// <param name="options">The options that found it.</param>
    /// <returns>The failure, or null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The text is none of a failure.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static SimulationFailure? Replay<T>(string choices, MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new()
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new MachineTester<T>(options ?? new MachineTestOptions<T>()).Replay(ChoiceText.Read(choices));
    }
}
