using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Editing;

/// <summary>A fix that edits text. It looks for its edits before it offers itself, so that it never offers what changes nothing.</summary>
public abstract class EditFix : CodeFixProvider
{
    private protected EditFix()
    {
    }

    /// <summary>The ways to fix, the most likely one first.</summary>
    private protected abstract ImmutableArray<Repair> Repairs { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EditFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var subject = await FixSubject.ReadAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            foreach (var repair in Repairs)
            {
                if (repair.EditsOf(subject) is { Count: > 0 } edits)
                {
                    var solution = context.Document.Project.Solution;
                    context.RegisterCodeFix(
                        CodeAction.Create(repair.Title, cancellation => Edits.ApplyAsync(solution, edits, cancellation), repair.Key), diagnostic);
                }
            }
        }
    }

    internal Repair? RepairOf(string? key) => Repairs.FirstOrDefault(repair => repair.Key == key);
}
