using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Finds the names in the expressions of a declaration. Their meaning may change without a change of the declaration. Strings count as
/// names, because the compiler finds the builder of a collection by a string.
/// </summary>
internal static class SpokenNames
{
    /// <summary>The other attributes of gclasses. They name members of the gclass, whose files are read anyway.</summary>
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
