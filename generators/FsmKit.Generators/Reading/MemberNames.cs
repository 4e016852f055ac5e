using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>The names that occur in a gclass, in code, in attributes and in texts, as far as others than this generator have written it.</summary>
internal sealed class MemberNames
{
    private readonly ILookup<string, SyntaxNode> _names;
    private readonly List<string> _texts;

    public MemberNames(INamedTypeSymbol gclass)
    {
        var nodes = gclass.DeclaringSyntaxReferences.Where(static declaration => !IsOurs(declaration.SyntaxTree)).SelectMany(static declaration => declaration.GetSyntax().DescendantNodes()).ToList();
        _names = nodes.OfType<SimpleNameSyntax>().ToLookup(static name => name.Identifier.ValueText, static name => (SyntaxNode)name);
        _texts = [.. nodes.OfType<LiteralExpressionSyntax>().Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(static literal => literal.Token.ValueText)];
    }

    /// <summary>Whether the part is what this generator has written: it names what the table names.</summary>
    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.Contains(typeof(GClassGenerator).FullName);

    /// <summary>The places of a name.</summary>
    public IEnumerable<SyntaxNode> Of(string name) => _names[name];

    /// <summary>Whether a member is named outside of itself.</summary>
    public bool IsUsed(ISymbol member)
    {
        var own = member.DeclaringSyntaxReferences.Select(static declaration => declaration.GetSyntax()).ToList();
        return _names[member.Name].Any(name => !own.Exists(declaration => declaration.Contains(name))) || _texts.Exists(text => text.Contains(member.Name));
    }
}
