using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Fix that edits text. It finds its edits before it is offered, so that an offered fix always changes something.</summary>
public abstract class EditFix : CodeFixProvider
{
    private protected EditFix()
    {
    }

    /// <summary>The repairs, the most likely one first.</summary>
    private protected abstract ImmutableArray<Repair> Repairs { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => Repairs.All(static repair => repair.IsChoice) ? null : EditFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // A command line may pass other diagnostics of the analyzer, too.
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

    /// <summary>Returns the repairs for these diagnostics. Repairs that depend on the code around come before general ones.</summary>
    private protected virtual IEnumerable<Repair> RepairsOf(FixSubject subject) => Repairs;

    /// <summary>
    /// Returns the repair with a key that fixes all diagnostics at once; empty without one, and for a choice. Without a key, as from a
    /// command line, returns the repairs up to the first choice, the most likely one first.
    /// </summary>
    internal IReadOnlyList<Repair> RepairsForAll(string? key) =>
        key is null ? [.. Repairs.TakeWhile(static repair => !repair.IsChoice)] : [.. Repairs.Where(repair => repair.Key == key && !repair.IsChoice).Take(1)];
}
