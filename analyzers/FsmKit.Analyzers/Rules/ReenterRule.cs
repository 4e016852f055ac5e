using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0026: Reenter is used only where a composite would otherwise not be left.</summary>
internal sealed class ReenterRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Reenter,
        "Reenter says that a composite is left on the way inside",
        "'Reenter' has no effect here: {0}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A row of a composite that leads to a state inside stays in the composite; with Reenter it leaves and enters the composite too. Every other transition leaves the state of its row anyway.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Reenter));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        where row.Reenters
        let problem = Problem(reading, row)
        where problem is not null
        select At(row.Attribute.ArgumentPlace("Reenter", cancellation), problem);

    private static string? Problem(MachineReading reading, RowSite row) => row switch
    {
        { State: null } => "a row on the class is around all states, and there is nothing around it to leave",
        { Next: null } => "the row has no 'Next', so that it leaves nothing",
        { Next.Index: >= 0 and var next } when !reading.Nesting.PathOf(reading.States[next]).Skip(1).Contains(row.State) =>
            $"'{row.Next.Text}' is not inside '{row.State.Symbol.Name}', so that '{row.State.Symbol.Name}' is left anyway",
        _ => null,
    };
}
