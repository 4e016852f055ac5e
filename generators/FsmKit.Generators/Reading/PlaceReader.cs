using System.Collections.Immutable;
using System.Text;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the location of a gclass.</summary>
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
            new(containers.ToImmutable()), type.Escaped(), TypeParameters(type), type.FullName(), FileName.Of(type));
    }

    /// <summary>Returns the declarations, from the gclass outwards, that are not partial. Empty when a part can be added.</summary>
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
}
