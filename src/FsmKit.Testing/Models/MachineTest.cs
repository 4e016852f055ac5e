using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Tests one gclass by its table. It walks paths over all rows, then sends random events. Each run uses a new gobj in a world of its own
/// with simulated time. A test fails on exceptions, on broken invariants, and when the gobj differs from its model.
/// </summary>
public static class MachineTest
{
    internal const string Trimming = "Events are made and sent by their types, which trimming may have removed, and for which there may be no code.";

    /// <summary>Tests, shrinks the first failure and throws it.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="SimulationException">A schedule failed.</exception>
    /// <exception cref="NotSupportedException">
    /// An event contains a type of which no value can be created by its type, and <paramref name="options"/> have no
    /// <see cref="MachineTestOptions{T}.Generate"/> for it.
    /// </exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static MachineTestResult Run<T>(MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new()
    {
        var found = Find(options);
        return found.Failure is { } failure ? throw new SimulationException(failure) : found;
    }

    /// <summary>Tests until a schedule fails or all schedules are run. A failure is shrunk and returned.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="NotSupportedException">
    /// An event contains a type of which no value can be created by its type, and <paramref name="options"/> have no
    /// <see cref="MachineTestOptions{T}.Generate"/> for it.
    /// </exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static MachineTestResult Find<T>(MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new() => new MachineTester<T>(options ?? new MachineTestOptions<T>()).Run();

    /// <summary>Runs one schedule with the choices of a failure.</summary>
    /// <param name="choices">The choices, from <see cref="SimulationFailure.Choices"/>.</param>
    /// <param name="options">The options that the failure was found with.</param>
    /// <returns>The failure; null when the schedule does not fail (any more).</returns>
    /// <exception cref="FormatException">The text is not that of a failure.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static SimulationFailure? Replay<T>(string choices, MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new()
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new MachineTester<T>(options ?? new MachineTestOptions<T>()).Replay(ChoiceText.Read(choices));
    }
}
