using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Tells whether a variable of a type accepts an event. A gclass of the same compilation will accept its declared inputs, although its
/// generated part does not exist yet.
/// </summary>
internal static class Acceptance
{
    public static bool Takes(ITypeSymbol type, ITypeSymbol e) => type.IsReferenceType && type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => Takes(constraint, e)),
        INamedTypeSymbol named => IsAccept(named, e) || named.AllInterfaces.Any(one => IsAccept(one, e)) || WillAccept(named, e),
        _ => false,
    };

    private static bool IsAccept(INamedTypeSymbol type, ITypeSymbol e) =>
        type is
        {
            Name: KnownNames.Acceptor, TypeArguments.Length: 1,
            ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true },
        } && type.TypeArguments[0].IsSameAs(e);

    private static bool WillAccept(INamedTypeSymbol type, ITypeSymbol e)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetAttributes().Any(static attribute => attribute.Is(KnownNames.GClass)) && Declares(at, e) && MachineReader.CanBeGenerated(at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(INamedTypeSymbol gclass, ITypeSymbol e) => gclass.GetAttributes().Any(
        attribute => attribute.Is(KnownNames.Input) && EventReader.EventOf(attribute) is { } input && input.IsSameAs(e));
}
