using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings;

/// <summary>Change of a gclass that an editor offers at the cursor. It edits text, and is offered only when it changes something.</summary>
public abstract class EditRefactoring : CodeRefactoringProvider
{
    private protected EditRefactoring(string title) => Title = title;

    /// <summary>Title in an editor, and equivalence key.</summary>
    public string Title { get; }

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await FixSubject.ReadAsync(context.Document, [], context.CancellationToken).ConfigureAwait(false) is not { } subject
            || subject.Root.FindNode(context.Span, getInnermostNodeForTie: true) is not { } node || GClassAt(subject, node) is not { } gclass)
        {
            return;
        }

        List<Edit> edits = [.. Find(subject, gclass, node, context.Span)];
        if (edits.Count > 0)
        {
            var solution = context.Document.Project.Solution;
            context.RegisterRefactoring(CodeAction.Create(Title, cancellation => Edits.ApplyAsync(solution, edits, cancellation), Title));
        }
    }

    /// <summary>Returns the edits; empty where the refactoring does not apply.</summary>
    private protected abstract IEnumerable<Edit> Find(FixSubject subject, INamedTypeSymbol gclass, SyntaxNode node, TextSpan selection);

    /// <summary>Returns a free name that no state or type in scope has: the proposed one, or that with a number.</summary>
    internal static string FreeName(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var number = 2; isTaken(free); number++)
        {
            free = $"{name}{number}";
        }

        return free;
    }

    /// <summary>Returns the State enum of a gclass.</summary>
    private protected static EnumDeclarationSyntax? TableOf(INamedTypeSymbol gclass, CancellationToken cancellation) =>
        gclass.GetTypeMembers(Generators.KnownNames.StateEnum).FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as EnumDeclarationSyntax;

    private static INamedTypeSymbol? GClassAt(FixSubject subject, SyntaxNode node) =>
        node.FirstAncestorOrSelf<EnumDeclarationSyntax>() is { } table && subject.Model.GetDeclaredSymbol(table, subject.Cancellation)?.ContainingType is { } owner && owner.IsGClass() ? owner
            : node is TypeDeclarationSyntax or AttributeListSyntax or AttributeSyntax && subject.GClassAround(node) is { } around && around.IsGClass() ? around
            : null;
}
