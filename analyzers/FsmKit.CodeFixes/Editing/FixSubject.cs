using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Document with the diagnostics to fix: one from an editor, or all of them when everything is fixed at once.</summary>
internal sealed record FixSubject(
    Document Document, SyntaxNode Root, SemanticModel Model, IReadOnlyList<Diagnostic> Diagnostics, CancellationToken Cancellation)
{
    public static async Task<FixSubject?> ReadAsync(Document document, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new FixSubject(document, root, model, diagnostics, cancellation);
    }

    /// <summary>Returns the nodes of a kind at the diagnostics: the innermost around each.</summary>
    public IEnumerable<(Diagnostic Diagnostic, T Node)> Nodes<T>()
        where T : SyntaxNode
    {
        foreach (var diagnostic in Diagnostics)
        {
            if (Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<T>() is { } node)
            {
                yield return (diagnostic, node);
            }
        }
    }

    /// <summary>Returns the gclass that contains the node, or that the node declares.</summary>
    public INamedTypeSymbol? GClassAround(SyntaxNode node)
    {
        var declaration = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return declaration is null ? null : Model.GetDeclaredSymbol(declaration, Cancellation);
    }

    /// <summary>Returns the text of the file of a node, which may be another part of the gclass.</summary>
    public SourceText TextOf(SyntaxNode node) => node.SyntaxTree.GetText(Cancellation);

    public SemanticModel ModelOf(SyntaxNode node) =>
        node.SyntaxTree == Root.SyntaxTree ? Model : Model.Compilation.GetSemanticModel(node.SyntaxTree);

    public IEnumerable<Edit> Insert(SyntaxNode near, int position, string text) => Replace(near, new TextSpan(position, 0), text);

    /// <summary>
    /// Whether the symbol is declared in a file that can be edited, or in another assembly; not by a generator of this project.
    /// </summary>
    public bool IsHandWritten(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.IsEmpty || symbol.DeclaringSyntaxReferences.Any(declaration => Editable(declaration.SyntaxTree) is not null);

    /// <summary>Returns an edit in the file of the node; empty when the file cannot be edited.</summary>
    public IEnumerable<Edit> Replace(SyntaxNode near, TextSpan span, string text)
    {
        if (Editable(near.SyntaxTree) is { } document)
        {
            yield return new Edit(document.Id, span, text);
        }
    }

    private Document? Editable(SyntaxTree tree) => Document.Project.Solution.GetDocument(tree) is { } document and not SourceGeneratedDocument ? document : null;
}
