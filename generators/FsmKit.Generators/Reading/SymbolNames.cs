using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Reading;

/// <summary>Formats symbols as text: full names for generated code, short names for people.</summary>
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

    /// <summary>Returns the name, with an @ before a keyword.</summary>
    public static string Escaped(this ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(symbol.Name) == SyntaxKind.None
            ? symbol.Name
            : "@" + symbol.Name;

    /// <summary>Whether a generated file can name the type: all parts compile and are accessible there.</summary>
    public static bool CanBeNamed(this ITypeSymbol type) => type.FirstPart(static part => part.TypeKind == TypeKind.Error || part.IsOutOfReach()) is null;

    /// <summary>
    /// Returns the part of the type that no generated file can name: a type that is local to its file, or a pointer. Null without one, or
    /// when the type does not compile.
    /// </summary>
    public static ITypeSymbol? OutOfReach(this ITypeSymbol type) =>
        type.FirstPart(static part => part.TypeKind == TypeKind.Error) is null ? type.FirstPart(IsOutOfReach) : null;

    private static bool IsOutOfReach(this ITypeSymbol part) => part is IPointerTypeSymbol or IFunctionPointerTypeSymbol or INamedTypeSymbol { IsFileLocal: true };

    /// <summary>
    /// Returns the first part that satisfies a condition, among the type itself, its items, its type arguments and its outer types.
    /// </summary>
    private static ITypeSymbol? FirstPart(this ITypeSymbol type, Func<ITypeSymbol, bool> isIt) =>
        isIt(type) ? type : type switch
        {
            IArrayTypeSymbol array => array.ElementType.FirstPart(isIt),
            INamedTypeSymbol named => named.TypeArguments.Select(argument => argument.FirstPart(isIt)).FirstOrDefault(static part => part is not null)
                ?? named.ContainingType?.FirstPart(isIt),
            _ => null,
        };

    /// <summary>Whether the compiler treats two types as identical: names in tuples do not count, and object equals dynamic.</summary>
    public static bool IsSameAs(this ITypeSymbol type, ITypeSymbol? other) => (type, other) switch
    {
        _ when SymbolEqualityComparer.Default.Equals(type, other) => true,
        (IArrayTypeSymbol one, IArrayTypeSymbol two) => one.Rank == two.Rank && one.ElementType.IsSameAs(two.ElementType),
        (IDynamicTypeSymbol, { SpecialType: SpecialType.System_Object }) or ({ SpecialType: SpecialType.System_Object }, IDynamicTypeSymbol) => true,
        (INamedTypeSymbol { IsGenericType: true } one, INamedTypeSymbol { IsGenericType: true } two) =>
            SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, two.OriginalDefinition)
            && one.TypeArguments.Zip(two.TypeArguments, IsSameAs).All(static same => same)
            && (one.ContainingType is null || one.ContainingType.IsSameAs(two.ContainingType)),
        _ => false,
    };

    /// <summary>Whether the attribute is the one of FsmKit with this name, whatever its type argument.</summary>
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
