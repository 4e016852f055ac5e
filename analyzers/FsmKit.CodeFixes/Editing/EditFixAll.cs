using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Editing;

/// <summary>
/// Fixes all diagnostics at once by merging edits. The batch fixer of Roslyn merges documents that were changed one by one and drops
/// changes that seem to conflict: two states that need the same new method, or two new methods at the end of one class.
/// </summary>
internal sealed class EditFixAll : FixAllProvider
{
    public static EditFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var repairs = (fixAllContext.CodeFixProvider as EditFix)?.RepairsForAll(fixAllContext.CodeActionEquivalenceKey) ?? [];
        return Task.FromResult(repairs.Count == 0
            ? null
            : CodeAction.Create(repairs[0].Title, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation), repairs), repairs[0].Key));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, IReadOnlyList<Repair> repairs)
    {
        var edits = new List<Edit>();
        foreach (var group in (await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false)).GroupBy(found => context.Solution.GetDocument(found.Location.SourceTree)))
        {
            if (group.Key is { } document)
            {
                var inOrder = group.OrderBy(static found => found.Location.SourceSpan.Start).ToList();
                var subject = await FixSubject.ReadAsync(document, inOrder, context.CancellationToken).ConfigureAwait(false);
                edits.AddRange(repairs.Select(repair => repair.EditsOf(subject)).FirstOrDefault(static found => found.Count > 0) ?? []);
            }
        }

        return await Edits.ApplyAsync(context.Solution, edits, context.CancellationToken).ConfigureAwait(false);
    }
}
