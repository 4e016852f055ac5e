using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Finds the names in the expression of a declaration. What they mean may change without a change of the declaration. Texts count as names: the
/// compiler looks for the builder of a collection by a text.
/// </summary>
internal static class SpokenNames
{
    /// <summary>The other attributes of gclasses: what they name is a member of the gclass, whose files are looked into.</summary>
    private static readonly HashSet<string> Tables = new(
        new[]
        {
            KnownNames.Enter, KnownNames.Exit, KnownNames.After, KnownNames.Idle, KnownNames.Always, KnownNames.Done, KnownNames.Inside, KnownNames.Initial, KnownNames.History,
            KnownNames.Invoke, KnownNames.Parameter,
        }
            .SelectMany(static name => new[] { name, name.Substring(0, name.Length - "Attribute".Length) }),
        StringComparer.Ordinal);

    public static IEnumerable<string> In(SyntaxNode expression)
    {
        var isTable = expression is AttributeArgumentSyntax { Parent.Parent: AttributeSyntax { Name: SimpleNameSyntax attribute } } && Tables.Contains(attribute.Identifier.ValueText);
        foreach (var token in expression.DescendantTokens(node => !(isTable && IsNameOf(node))))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) || (!isTable && token.IsKind(SyntaxKind.StringLiteralToken) && SyntaxFacts.IsValidIdentifier(token.ValueText)))
            {
                yield return token.ValueText;
            }
        }
    }

    private static bool IsNameOf(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
