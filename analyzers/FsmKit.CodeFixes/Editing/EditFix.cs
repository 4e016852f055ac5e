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
        // A command line asks with whatever the analyzer has said first.
        foreach (var diagnostic in context.Diagnostics.Where(found => FixableDiagnosticIds.Contains(found.Id)))
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

    /// <summary>
    /// The way of that key to fix everything at once; none when there is none, or when it is a choice. A command line that has found no key means the most likely
    /// way that applies, up to the first choice.
    /// </summary>
    internal IReadOnlyList<Repair> RepairsForAll(string? key) =>
        key is null ? [.. Repairs.TakeWhile(static repair => !repair.IsChoice)] : [.. Repairs.Where(repair => repair.Key == key && !repair.IsChoice).Take(1)];
}
