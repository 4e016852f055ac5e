using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0022: State enums have no [Flags], because a gobj is in one state at a time.</summary>
internal sealed class FlagsStateRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.FlagsState,
        "A gobj is in one state at a time",
        "'[Flags]' on the State enum of '{0}' promises sets of states, but a gobj is in one state at a time, and ChangeState throws for anything else",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The members of State are states, not bits: a combination of two of them is no state.",
        helpLinkUri: HelpLink.For(DiagnosticIds.FlagsState));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from attribute in reading.StateEnum?.GetAttributes() ?? []
        where attribute.AttributeClass?.IsSystemType("FlagsAttribute") == true
        select At(attribute.Place(cancellation), reading.GClass.Name);
}
