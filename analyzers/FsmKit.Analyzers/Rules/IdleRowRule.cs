using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0067: a row that takes an event or a timeout does something with it.</summary>
internal sealed class IdleRowRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.IdleRow,
        "A row does something",
        "{0}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A row without action and next state does nothing. Most likely it has lost one of them; where nothing is to be done, [Ignore] says so.",
        helpLinkUri: HelpLink.For(DiagnosticIds.IdleRow));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        where row is { Action: null, Next: null }
        let message = row.Answer.IsTimeout() ? $"This timeout of '{reading.GClass.Name}' does nothing when it is due: add an action, or 'Next'"
            : row is { Answer: AnswerKind.On, IsGuarded: false } ? $"This row of '{reading.GClass.Name}' does nothing with '{row.Event?.Name}': add an action or 'Next', or say [Ignore<{row.Event?.Name}>]"
            : null
        where message is not null
        select At(row.Attribute.Place(cancellation), message);
}
