using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Editing;

/// <summary>
/// Fixes everything at once. The ready-made batch fixer merges documents that were changed one by one and drops what it takes for a conflict:
/// here, two states that need the same new method, or two new methods at the end of one class. So the edits are merged instead.
/// </summary>
internal sealed class EditFixAll : FixAllProvider
{
    public static EditFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var repair = (fixAllContext.CodeFixProvider as EditFix)?.RepairForAll(fixAllContext.CodeActionEquivalenceKey);
        return Task.FromResult(repair is null
            ? null
            : CodeAction.Create(repair.Title, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation), repair), repair.Key));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, Repair repair)
    {
        var edits = new List<Edit>();
        foreach (var group in (await DiagnosticsAsync(context).ConfigureAwait(false)).GroupBy(found => context.Solution.GetDocument(found.Location.SourceTree)))
        {
            if (group.Key is { } document)
            {
                var inOrder = group.OrderBy(static found => found.Location.SourceSpan.Start).ToList();
                edits.AddRange(repair.EditsOf(await FixSubject.ReadAsync(document, inOrder, context.CancellationToken).ConfigureAwait(false)));
            }
        }

        return await Edits.ApplyAsync(context.Solution, edits, context.CancellationToken).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var found = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects)
                {
                    found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return found.ToImmutable();
            default:
                return [];
        }
    }
}
