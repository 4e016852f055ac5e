using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Returns the attributes and members of a class in source order. The compiler lists the parts of a partial class in the order of its input
/// files, which differs between machines; here the names of the files decide.
/// </summary>
internal static class SourceOrder
{
    public static IEnumerable<AttributeData> AttributesInOrder(this INamedTypeSymbol type)
    {
        var attributes = type.GetAttributes();
        return type.DeclaringSyntaxReferences.Length < 2 ? attributes : Ordered(attributes, static attribute => attribute.ApplicationSyntaxReference);
    }

    public static IEnumerable<ISymbol> MembersInOrder(this INamedTypeSymbol type)
    {
        var members = type.GetMembers();
        return type.DeclaringSyntaxReferences.Length < 2 ? members : Ordered(members, static member => member.DeclaringSyntaxReferences.FirstOrDefault());
    }

    private static IEnumerable<T> Ordered<T>(ImmutableArray<T> items, Func<T, SyntaxReference?> place) =>
        items.OrderBy(item => place(item)?.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(item => place(item)?.Span.Start);
}
