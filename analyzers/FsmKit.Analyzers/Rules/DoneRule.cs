using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0028: a composite with Done rows has a final state inside it.</summary>
internal sealed class DoneRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Done,
        "A composite is complete when a final state inside it is entered",
        "'{0}' is never complete: no state directly inside it is marked as final",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A Done row of a composite runs when a Final state directly inside the composite is entered.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Done));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        where row.Answer == AnswerKind.Done && !reading.Nesting.Level(row.State!.Index).Any(static state => state.Final is not null)
        select At(row.Attribute.Place(cancellation), row.State!.Symbol.Name);
}
