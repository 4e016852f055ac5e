using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0021: the overloads of Create construct a gobj without arguments, with services, or with a delegate; all of them need a public constructor.</summary>
internal sealed class ConstructorRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Constructor,
        "A gclass has a public constructor and no required members",
        "'Create' cannot make a '{0}': {1}; what a gobj needs comes in as a parameter, by the configure argument of Create, or as an argument of a public constructor",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Create makes the gobj, then configures it: so it needs a public constructor and no required members. Arguments of the constructor are services.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Constructor));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        // Another rule reports an abstract class.
        if (!reading.GClass.IsAbstract && reading.DerivesFromGObj && Problem(reading.GClass) is { } problem)
        {
            yield return At(reading.NamePlace(cancellation), reading.GClass.Name, problem);
        }
    }

    private static string? Problem(INamedTypeSymbol gclass)
    {
        var constructors = gclass.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        return constructors.Count == 0 ? "none of its constructors is public"
            : Required(gclass) is { } member && !constructors.Exists(SetsAll) ? $"'{member.Name}' is required, and Create gives it no value"
            : null;
    }

    private static ISymbol? Required(INamedTypeSymbol gclass)
    {
        for (var type = gclass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            if (type.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private static bool SetsAll(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
}
