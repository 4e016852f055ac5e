using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Reads where a gclass lives.</summary>
internal static class PlaceReader
{
    public static TypePlace Read(INamedTypeSymbol type)
    {
        var containers = ImmutableArray.CreateBuilder<string>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, $"partial {Keyword(outer)} {outer.Escaped()}{TypeParameters(outer)}");
        }

        var home = type.ContainingNamespace;
        return new TypePlace(
            home.IsGlobalNamespace ? "" : home.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            new(containers.ToImmutable()), type.Escaped(), TypeParameters(type), type.FullName(), HintName(type));
    }

    /// <summary>The declarations, from the gclass outwards, that are not partial; none when a part can be added.</summary>
    public static IEnumerable<TypeDeclarationSyntax> NotPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            foreach (var declaration in at.DeclaringSyntaxReferences)
            {
                if (declaration.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    yield return syntax;
                }
            }
        }
    }

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static string TypeParameters(INamedTypeSymbol type) => type.TypeParameters.IsEmpty
        ? ""
        : "<" + string.Join(", ", type.TypeParameters.Select(static parameter => parameter.Escaped())) + ">";

    /// <summary>Namespace, containing types, name and arity; a checksum tells apart names that differ only in case.</summary>
    private static string HintName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, outer.MetadataName + ".");
        }

        if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            name.Insert(0, type.ContainingNamespace.ToDisplayString().Replace("@", "") + ".");
        }

        var full = name.ToString();
        var hash = 2166136261;
        foreach (var letter in full)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return $"{full.Replace('`', '-')}.{hash.ToString("x8", CultureInfo.InvariantCulture)}.g.cs";
    }
}
