using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0002: a table that a derived class could extend would be no table of the whole behaviour.</summary>
internal sealed class NotSealedRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.NotSealed,
        "A gclass is sealed",
        "The gclass '{0}' has to be sealed",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The table is the whole behaviour of a gclass, so nothing derives from one; what gclasses share is a part that each of them has.",
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
