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
    public sealed override FixAllProvider? GetFixAllProvider() => Repairs.All(static repair => repair.IsChoice) ? null : EditFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixSubject.ReadAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is not { } subject)
            {
                continue;
            }

            foreach (var repair in RepairsOf(subject))
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

    /// <summary>The ways to fix these diagnostics: where some depend on what stands around them, those before the general ones.</summary>
    private protected virtual IEnumerable<Repair> RepairsOf(FixSubject subject) => Repairs;

    /// <summary>The way of that key to fix everything at once; null when there is none.</summary>
    internal Repair? RepairForAll(string? key) => Repairs.FirstOrDefault(repair => repair.Key == key && !repair.IsChoice);
}
