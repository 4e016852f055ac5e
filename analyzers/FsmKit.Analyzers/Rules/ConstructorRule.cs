using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0021: Create makes a gobj before it knows anything about it.</summary>
internal sealed class ConstructorRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Constructor,
        "A gclass has a public constructor without parameters",
        "'Create' cannot make a '{0}': {1}; what a gobj needs comes in by the configure argument of Create, as a parameter, or from a gobj above it",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Create makes the gobj, then configures it: so it needs a public constructor without parameters and no required members.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Constructor));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        // An abstract class has another problem, and another rule says so.
        if (!reading.GClass.IsAbstract && reading.DerivesFromGObj && Problem(reading.GClass) is { } problem)
        {
            yield return At(reading.NamePlace(cancellation), reading.GClass.Name, problem);
        }
    }

    private static string? Problem(INamedTypeSymbol gclass)
    {
        var constructor = gclass.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        return constructor switch
        {
            null => "its constructors take arguments",
            { DeclaredAccessibility: not Accessibility.Public } => "its constructor without parameters is not public",
            _ when Required(gclass) is { } member && !SetsAll(constructor) => $"'{member.Name}' is required, and Create gives it no value",
            _ => null,
        };
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
