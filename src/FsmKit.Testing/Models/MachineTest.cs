using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Tests one gclass by its table. It takes paths over all rows, then sends random events. Each run uses a new gobj in a <see cref="World"/>
/// of its own with simulated time. A test fails on exceptions, on broken conditions of <see cref="MachineTestOptions{T}.Always"/>, and when
/// the gobj differs from its model (<see cref="MachineTestOptions{T}.Compare"/>).
/// </summary>
public static class MachineTest
{
    internal const string Trimming = "Events are made and sent by their types, which trimming may have removed, and for which there may be no code.";

    /// <summary>Tests the gclass. Throws the first failure, shortened to few steps.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="SimulationException">A run of the test failed.</exception>
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

    /// <summary>
    /// Tests the gclass until a run fails or all runs are done. A failure is shortened to few steps and is part of the result.
    /// </summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="NotSupportedException">
    /// An event contains a type of which no value can be created by its type, and <paramref name="options"/> have no
    /// <see cref="MachineTestOptions{T}.Generate"/> for it.
    /// </exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static MachineTestResult Find<T>(MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new() => new MachineTester<T>(options ?? new MachineTestOptions<T>()).Run();

    /// <summary>Repeats a run that failed, from its choices.</summary>
    /// <param name="choices">The choices, from <see cref="SimulationFailure.Choices"/>.</param>
    /// <param name="options">The options that the failure was found with.</param>
    /// <returns>The failure; null when the run does not fail (any more).</returns>
    /// <exception cref="FormatException"><paramref name="choices"/> is not the text of such choices.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Trimming)]
    public static SimulationFailure? Replay<T>(string choices, MachineTestOptions<T>? options = null)
        where T : GObj, IGClass, new()
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new MachineTester<T>(options ?? new MachineTestOptions<T>()).Replay(ChoiceText.Read(choices));
    }
}
