using FsmKit.Analyzers;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>Finds the parts of a gclass and the form of names in them.</summary>
internal static class GClassParts
{
    /// <summary>Returns the part with the table; the one with <c>[GClass]</c> as long as there is no table.</summary>
    public static TypeDeclarationSyntax? TablePart(this INamedTypeSymbol gclass, CancellationToken cancellation) =>
        gclass.GetTypeMembers(KnownNames.StateEnum).FirstOrDefault(static type => type.TypeKind == TypeKind.Enum)
            ?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent as TypeDeclarationSyntax
        ?? gclass.Home(cancellation);

    /// <summary>Returns the text required before a name of FsmKit: nothing, or the namespace.</summary>
    public static string Prefix(SemanticModel model, int position, string type) =>
        IsImported(model, position, type) ? "" : KnownNames.Namespace + ".";

    /// <summary>Whether the name means the type of FsmKit at a position.</summary>
    public static bool IsImported(SemanticModel model, int position, string type) =>
        model.LookupNamespacesAndTypes(position, name: type).Any(static found => found is INamedTypeSymbol { ContainingType: null } && found.IsOfTheRuntime());

    /// <summary>Returns an attribute with an event, without its brackets.</summary>
    public static string Attribute(string attribute, ITypeSymbol e, SemanticModel model, int position) =>
        Attribute(attribute, e.ToMinimalDisplayString(model, position), model, position);

    /// <summary>Returns an attribute with an event as written, which need not exist yet.</summary>
    public static string Attribute(string attribute, string e, SemanticModel model, int position) =>
        $"{Prefix(model, position, attribute)}{attribute.Substring(0, attribute.Length - "Attribute".Length)}<{e}>";

    /// <summary>Whether a class of this project derives from the type.</summary>
    public static bool IsBase(this INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Types(compilation.Assembly.GlobalNamespace, cancellation).Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType?.OriginalDefinition, type));

    /// <summary>Returns the gclass of an enum member.</summary>
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
