using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0003: a gclass derives from GObj, because its generated part calls inherited members.</summary>
internal sealed class NotAGObjRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.NotAGObj,
        "A gclass derives from GObj",
        "The gclass '{0}' has to derive from GObj",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An instance of a gclass is a node in the tree of a loop, and the generated part uses members that it inherits from GObj.",
        helpLinkUri: HelpLink.For(DiagnosticIds.NotAGObj));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (!reading.DerivesFromGObj && !HasUnknownBase(reading.GClass))
        {
            yield return At(reading.NamePlace(cancellation), reading.GClass.Name);
        }
    }

    private static bool HasUnknownBase(ITypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error)
            {
                return true;
            }
        }

        return false;
    }
}
