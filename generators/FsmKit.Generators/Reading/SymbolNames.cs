using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Reading;

/// <summary>Symbols as text: full names for generated code, short ones for people.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(Full);

    public static string ShortName(this ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>The name, with an @ where C# would read a keyword.</summary>
    public static string Escaped(this ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(symbol.Name) == SyntaxKind.None
            ? symbol.Name
            : "@" + symbol.Name;

    /// <summary>Whether another file can name the type: all of it compiles, and none of it is local to a file.</summary>
    public static bool CanBeNamed(this ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } or INamedTypeSymbol { IsFileLocal: true } => false,
        IArrayTypeSymbol array => array.ElementType.CanBeNamed(),
        INamedTypeSymbol named => named.TypeArguments.All(CanBeNamed) && (named.ContainingType?.CanBeNamed() ?? true),
        _ => true,
    };

    /// <summary>Whether the attribute is this one of the runtime's, whatever its type argument.</summary>
    public static bool Is(this AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace is
        {
            Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true
        };

    public static bool IsGObj(this ITypeSymbol type) =>
        type is { Name: KnownNames.GObj, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    public static bool DerivesFromGObj(this ITypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGObj())
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSystemType(this ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
