using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Writes many reviewed tables at once, each in its own file.</summary>
internal sealed class ReviewedTableFixAll : FixAllProvider
{
    public static ReviewedTableFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create("Write the reviewed tables", cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var diagnostic in await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                // Read from the original solution, because each written table creates a new compilation.
                solution = await ReviewedTableFix.WriteAsync(document, diagnostic, solution, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
