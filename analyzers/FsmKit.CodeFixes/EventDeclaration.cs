using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>Declares an event on a gclass, after the others of its kind, in their file.</summary>
internal static class EventDeclaration
{
    /// <summary>Declares the events at the diagnostics, given there by a type or a value.</summary>
    public static IEnumerable<Edit> DeclareWhatIsMarked(FixSubject subject, string attribute) =>
        from diagnostic in subject.Diagnostics
        let e = subject.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax
        where e is not null
        let type = subject.Model.GetTypeInfo(e, subject.Cancellation).Type
        from edit in Declare(subject, subject.GClassAround(e), attribute, type)
        select edit;

    public static IEnumerable<Edit> Declare(FixSubject subject, INamedTypeSymbol? gclass, string attribute, ITypeSymbol? e)
    {
        if (gclass is null || e is not INamedTypeSymbol { IsValueType: true } || MentionsTypeParameter(e) || Last(gclass, attribute, subject) is not { } list)
        {
            return [];
        }

        var position = list.Parent!.SpanStart;
        return AttributeInsertion.After(subject, list, [GClassParts.Attribute(attribute, e, subject.ModelOf(list), position)]);
    }

    private static AttributeListSyntax? Last(INamedTypeSymbol gclass, string attribute, FixSubject subject)
    {
        foreach (var name in new[] { attribute, KnownNames.Input, KnownNames.GClass })
        {
            if (gclass.GetAttributes().LastOrDefault(found => found.Is(name))?.Syntax(subject.Cancellation)?.Parent is AttributeListSyntax list)
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>Whether the type contains a type parameter, which C# does not allow in an attribute.</summary>
    private static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsTypeParameter) || (named.ContainingType is { } outer && MentionsTypeParameter(outer)),
        _ => false,
    };
}
