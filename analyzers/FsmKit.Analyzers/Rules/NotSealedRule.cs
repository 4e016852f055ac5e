using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0002: a gclass is sealed, because a derived class could extend its table unseen.</summary>
internal sealed class NotSealedRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.NotSealed,
        "A gclass is sealed",
        "The gclass '{0}' has to be sealed",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The table is the whole behaviour of a gclass, so no class derives from one; gclasses share behaviour through a child that each of them has.",
        helpLinkUri: HelpLink.For(DiagnosticIds.NotSealed));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (!reading.GClass.IsSealed)
        {
            yield return At(reading.NamePlace(cancellation), reading.GClass.Name);
        }
    }
}
