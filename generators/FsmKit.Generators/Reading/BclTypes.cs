using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>The types of .NET itself, whose members do what their documentation says.</summary>
internal static class BclTypes
{
    public static bool Has(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None || type.ContainingAssembly is { Name: var name }
        && (name is "mscorlib" or "netstandard" || name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Whether its text, hash and equality are .NET's own: nobody can have derived from it. A gobj's text is its name.</summary>
    public static bool IsPlain(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.IsGObj() || type.DerivesFromGObj()
        || (Has(type) && (type.IsSealed || type.IsValueType) && (type is not INamedTypeSymbol { IsGenericType: true } generic || generic.TypeArguments.All(IsPlain)));

    /// <summary>Whether going through it runs no code of somebody else's: an array, a span, a collection with an enumerator of its own.</summary>
    public static bool IsPlainCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_String
        || (Has(type) && type.TypeKind != TypeKind.Interface
            && type.GetMembers("GetEnumerator").Any(static member => member is IMethodSymbol { Parameters.IsEmpty: true, ReturnType.IsValueType: true }));
}
