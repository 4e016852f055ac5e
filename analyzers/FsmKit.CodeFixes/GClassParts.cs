using FsmKit.Analyzers;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>The parts of a gclass, and how names read in them.</summary>
internal static class GClassParts
{
    /// <summary>The part that holds the table; the one with <c>[GClass]</c> as long as there is no table.</summary>
    public static TypeDeclarationSyntax? TablePart(this INamedTypeSymbol gclass, CancellationToken cancellation) =>
        gclass.GetTypeMembers(KnownNames.StateEnum).FirstOrDefault(static type => type.TypeKind == TypeKind.Enum)
            ?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent as TypeDeclarationSyntax
        ?? gclass.Home(cancellation);

    /// <summary>What has to stand before a name of the runtime for it to be found there: nothing, or its namespace.</summary>
    public static string Prefix(SemanticModel model, int position, string type) =>
        IsImported(model, position, type) ? "" : KnownNames.Namespace + ".";

    /// <summary>Whether the name means the runtime's type at that place.</summary>
    public static bool IsImported(SemanticModel model, int position, string type) =>
        model.LookupNamespacesAndTypes(position, name: type).Any(static found => found is INamedTypeSymbol { ContainingType: null } && found.IsOfTheRuntime());

    /// <summary>An attribute about an event, without its brackets.</summary>
    public static string Attribute(string attribute, ITypeSymbol e, SemanticModel model, int position) =>
        Attribute(attribute, e.ToMinimalDisplayString(model, position), model, position);

    /// <summary>The same about an event as it is written there, which need not exist yet.</summary>
    public static string Attribute(string attribute, string e, SemanticModel model, int position) =>
        $"{Prefix(model, position, attribute)}{attribute.Substring(0, attribute.Length - "Attribute".Length)}<{e}>";

    /// <summary>Whether a class of this project derives from it.</summary>
    public static bool IsBase(this INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Types(compilation.Assembly.GlobalNamespace, cancellation).Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType?.OriginalDefinition, type));

    /// <summary>The enum member's gclass.</summary>
    public static INamedTypeSymbol? GClassOf(this EnumMemberDeclarationSyntax state, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(state, cancellation)?.ContainingType?.ContainingType is { } gclass && gclass.IsGClass() ? gclass : null;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in Types(member, cancellation))
            {
                yield return nested;
            }
        }
    }
}
