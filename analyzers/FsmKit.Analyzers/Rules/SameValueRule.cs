using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0017: each member of a State enum has its own value.</summary>
internal sealed class SameValueRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SameValue,
        "Each state has a value of its own",
        "State '{0}' of '{1}' has the value of '{2}', {3}: a row with 'Next = {0}' leads to '{2}', and no gobj is ever in '{0}'",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An enum constant is its value: of two members with the same value generated code can see only one.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SameValue));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from state in reading.States
        let first = reading.States.First(other => Equals(other.Symbol.ConstantValue, state.Symbol.ConstantValue))
        where !ReferenceEquals(first, state) && state.Symbol.HasConstantValue
        select At(state.Symbol.Locations.FirstOrDefault(), state.Symbol.Name, reading.GClass.Name, first.Symbol.Name, state.Symbol.ConstantValue);
}
