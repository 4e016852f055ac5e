using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Collects the fixes that are offered for one diagnostic, and applies none.</summary>
internal sealed class OfferedFixTest<TAnalyzer, TFix> : FixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The equivalence keys of the offered fixes, in order; empty before the run.</summary>
    public IReadOnlyList<string?> Keys { get; private set; } = [];

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var project = await ProjectAsync(TestState.WithInheritedValuesApplied(null, []), cancellationToken);
        var found = (await FixableAsync(project, cancellationToken))[Which];
        var keys = new List<string?>();
        var context = CreateCodeFixContext(
            project.GetDocument(found.Location.SourceTree)!, found.Location.SourceSpan, [found], (action, _) => keys.Add(action.EquivalenceKey), cancellationToken);
        await GetCodeFixProviders().Single().RegisterCodeFixesAsync(context);
        Keys = keys;
    }
}
