using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0001: the generator adds a part to the class, so the class and every type around it have to be partial.</summary>
internal sealed class NotPartialRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.NotPartial,
        "A gclass is partial",
        "'{0}' has to be partial so that the dispatch of the gclass '{1}' can be generated",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The dispatch is generated into another part of the class; the class and all types around it have to be partial.",
        helpLinkUri: HelpLink.For(DiagnosticIds.NotPartial));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        reading.NotPartial.Select(declaration => At(declaration.Identifier.GetLocation(), declaration.Identifier.ValueText, reading.GClass.Name));
}
