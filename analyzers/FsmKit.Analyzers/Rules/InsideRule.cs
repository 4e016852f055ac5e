using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0024: a state is inside another state of its gclass, and no state is inside itself.</summary>
internal sealed class InsideRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Inside,
        "A state is inside another state of the gclass",
        "'{0}' of '{1}' cannot be inside '{2}': {3}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Inside takes another member of the State enum of the same gclass, or the name of one, and no state may be inside itself by way of others.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Inside));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from state in reading.States
        let inside = state.Inside
        where inside is not null
        let problem = inside.Index < 0 ? "it is no state of the gclass"
            : inside.Index == state.Index ? "it is the state itself"
            : reading.Nesting.IsInItself(state) ? $"'{inside.Text}' is inside '{state.Symbol.Name}' already"
            : null
        where problem is not null
        select At(inside.Attribute.ArgumentPlace(0, cancellation), state.Symbol.Name, reading.GClass.Name, inside.Text, problem);
}
