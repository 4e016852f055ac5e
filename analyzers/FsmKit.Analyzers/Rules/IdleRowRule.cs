using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0067: a row that handles an event or a timeout has an action or a next state.</summary>
internal sealed class IdleRowRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.IdleRow,
        "A row does something",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A row without action and next state does nothing. Most likely one of them is missing; [Ignore] is the row for an event that needs no action.",
        helpLinkUri: HelpLink.For(DiagnosticIds.IdleRow));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        where row is { Action: null, Next: null }
        let message = row.Answer.IsTimeout() ? $"This timeout of '{reading.GClass.Name}' does nothing when it is due: add an action, or 'Next'"
            : row is { Answer: AnswerKind.On, IsGuarded: false } && !IsHeard(reading, row) ? $"This row of '{reading.GClass.Name}' does nothing with '{row.Event?.Name}': add an action or 'Next', or say [Ignore<{row.Event?.Name}>]"
            : null
        where message is not null
        select At(row.Attribute.Place(cancellation), message);

    /// <summary>
    /// Whether handling the event has an effect of its own: it restarts a timeout of silence, or rows without an event follow.
    /// </summary>
    private static bool IsHeard(MachineReading reading, RowSite row) => reading.Rows.Any(other =>
        other.Answer is AnswerKind.Idle or AnswerKind.Always
        && (other.State is null || row.State is null
            || reading.Nesting.PathOf(row.State).Contains(other.State) || reading.Nesting.PathOf(other.State).Contains(row.State)));
}
