using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Chooses the treatment of an event that comes while the gclass handles another one.</summary>
internal static class LaneChoice
{
    /// <summary>
    /// Returns the lane: events wait as soon as code can lead back to the gobj, or events have to come after a transition.
    /// </summary>
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

        // The target of a forward can answer with another event at once.
        var forwards = Has(reading, AnswerKind.Forward);

        // The event of work that ends at once comes after the transition.
        var works = startsWork || reading.States.Any(static state => state.Invocations.Count > 0);

        // Rows without an event are tried after a transition, and ChangeState can be a part of one.
        var follows = changesState && (Has(reading, AnswerKind.Always) || Has(reading, AnswerKind.Done));
        return Has(reading, AnswerKind.Defer) || forwards || works || follows || code.CanLeadBack(reading) ? Lane.Queued : Lane.Direct;
    }

    /// <summary>
    /// Whether the author asks for nested calls and can have them. Deferred events exclude them: they are retried after a transition, which
    /// needs a gobj that is busy until then.
    /// </summary>
    public static bool IsNested(MachineReading reading) =>
        MachineReader.Named(reading.GClass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass)), "Reentrancy") is not (null or 0) && !Has(reading, AnswerKind.Defer);

    private static bool Has(MachineReading reading, AnswerKind answer) => reading.Rows.Any(row => row.Answer == answer);
}
