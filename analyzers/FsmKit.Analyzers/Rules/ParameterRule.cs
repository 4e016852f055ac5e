using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0011: the accessors of a parameter are generated.</summary>
internal sealed class ParameterRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Parameter,
        "A parameter is a partial property",
        "The parameter '{0}' has to be a partial instance property with plain 'get' and 'set' or 'init'",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The setter that checks a parameter is generated, so the property is declared as partial, with accessors that have no body.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Parameter));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from parameter in reading.Parameters
        where parameter.Model is null
        select At(parameter.Symbol.Locations.FirstOrDefault(), parameter.Symbol.Name);
}
