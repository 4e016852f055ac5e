using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Chooses how a gclass takes an event that comes while it handles another one.</summary>
internal static class LaneChoice
{
    /// <summary>The shape of the code: events wait as soon as anything can lead back to the gobj, or has to come when a transition is through.</summary>
    /// <param name="reading">The table.</param>
    /// <param name="code">The bodies of the gclass.</param>
    /// <param name="changesState">Whether a body changes the state.</param>
    /// <param name="startsWork">Whether a body starts asynchronous work.</param>
    public static Lane Of(MachineReading reading, HandWrittenCode code, bool changesState, bool startsWork)
    {
        if (IsNested(reading))
        {
            return Lane.Nested;
        }

        // An event that is passed on can be answered with another one at once.
        var forwards = Has(reading, AnswerKind.Forward);

        // Work that has ended at once comes when the transition is through.
        var works = startsWork || reading.States.Any(static state => state.Invocations.Count > 0);

        // Rows without an event are asked when a transition is through, and a changed state can be part of one.
        var follows = changesState && (Has(reading, AnswerKind.Always) || Has(reading, AnswerKind.Done));
        return Has(reading, AnswerKind.Defer) || forwards || works || follows || code.CanLeadBack(reading) ? Lane.Queued : Lane.Direct;
    }

    /// <summary>
    /// Whether the author asks for nested calls and can have them: deferred events come again when a transition is through, which only a gobj knows that is busy
    /// until then.
    /// </summary>
    public static bool IsNested(MachineReading reading) =>
        MachineReader.Named(reading.GClass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass)), "Reentrancy") is not (null or 0) && !Has(reading, AnswerKind.Defer);

    private static bool Has(MachineReading reading, AnswerKind answer) => reading.Rows.Any(row => row.Answer == answer);
}
