using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Finds the names in a gclass: in code, in attributes and in strings, outside of files of this generator.</summary>
internal sealed class MemberNames
{
    private readonly IReadOnlyList<SyntaxNode> _declarations;

    public MemberNames(INamedTypeSymbol gclass) =>
        _declarations = [.. gclass.DeclaringSyntaxReferences.Where(static declaration => !IsOurs(declaration.SyntaxTree)).Select(static declaration => declaration.GetSyntax())];

    private string Text => field ??= string.Concat(_declarations.Select(static declaration => declaration.SyntaxTree.GetText().ToString(declaration.Span)));

    private IReadOnlyList<SyntaxNode> Nodes => field ??= [.. _declarations.SelectMany(static declaration => declaration.DescendantNodes())];

    private ILookup<string, SyntaxNode> Names => field ??= Nodes.OfType<SimpleNameSyntax>().ToLookup(static name => name.Identifier.ValueText, static name => (SyntaxNode)name);

    private IReadOnlyList<string> Texts => field ??=
        [.. Nodes.OfType<LiteralExpressionSyntax>().Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(static literal => literal.Token.ValueText)];

    /// <summary>Whether a file was written by this generator. Its names repeat those of the table.</summary>
    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.Contains(typeof(GClassGenerator).FullName);

    /// <summary>Returns the nodes with a name.</summary>
    public IEnumerable<SyntaxNode> Of(string name) => MayOccur(name) ? Names[name] : [];

    /// <summary>Whether a member is named outside of itself.</summary>
    public bool IsUsed(ISymbol member)
    {
        var own = member.DeclaringSyntaxReferences.Select(static declaration => declaration.GetSyntax()).ToList();
        return Names[member.Name].Any(name => !own.Exists(declaration => declaration.Contains(name))) || Texts.Any(text => text.Contains(member.Name));
    }

    /// <summary>Whether the name may occur: the text has it, or has escaped letters. Searching all nodes takes ten times as long.</summary>
    private bool MayOccur(string name) => Text.IndexOf(name, StringComparison.Ordinal) >= 0 || Text.IndexOf("\\u", StringComparison.Ordinal) >= 0 || Text.IndexOf("\\U", StringComparison.Ordinal) >= 0;
}
