using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// The attributes and members of a class in the order of the source. The parts of a partial class come in the order in which the compiler is
/// given the files, which is not the same everywhere; here they come in the order of the files' names.
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
