using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>
/// Applies a fix and has the harness compare the result. Where one diagnostic stands alone, fixing it has to leave none, once and in each
/// scope; of several, one is fixed alone or all are: one by one, and at once in each scope.
/// </summary>
internal sealed class AppliedFixTest<TAnalyzer, TFix> : FixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Whether everything is fixed.</summary>
    public bool IsAll { get; init; }

    /// <summary>Whether the fixed code compiles without errors.</summary>
    public bool Compiles { get; init; }

    /// <summary>Whether the fixed code stands as a formatter leaves it.</summary>
    public bool IsFormatted { get; init; }

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var before = TestState.WithInheritedValuesApplied(null, []);
        var after = FixedState.WithInheritedValuesApplied(before, []);
        var fixable = await FixableAsync(await ProjectAsync(before, cancellationToken), cancellationToken);
        if (IsAll || fixable.Count == 1)
        {
            NumberOfIncrementalIterations = -fixable.Count;
            NumberOfFixAllIterations = 1;
            NumberOfFixAllInDocumentIterations = -fixable.Select(static one => one.Location.SourceTree).Distinct().Count();
        }
        else
        {
            CodeFixTestBehaviors |= CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
            NumberOfIncrementalIterations = 1;
        }

        await VerifyFixAsync(before, after, after, Verify, cancellationToken);
        var project = await ProjectAsync(after, cancellationToken);
        if (IsFormatted)
        {
            await CheckFormatAsync(project, before, cancellationToken);
        }

        if (Compiles)
        {
            var errors = (await project.GetCompilationAsync(cancellationToken))!.GetDiagnostics(cancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error);
            Verify.False(errors.Any(), "The fixed code does not compile:\n" + string.Join("\n", errors));
        }
    }

    /// <summary>Checks the format of the files that the fix has changed. The harness has compared the files before.</summary>
    private static async Task CheckFormatAsync(Project project, SolutionState before, CancellationToken cancellation)
    {
        foreach (var (document, (_, old)) in project.Documents.Zip(before.Sources))
        {
            var text = await TextAsync(document, cancellation);
            if (text != old.ToString().ReplaceLineEndings("\n"))
            {
                Verify.EqualOrDiff(await TextAsync(await Formatter.FormatAsync(document, cancellationToken: cancellation), cancellation), text, $"{document.Name} is not formatted.");
            }
        }
    }

    private static async Task<string> TextAsync(Document document, CancellationToken cancellation) =>
        (await document.GetTextAsync(cancellation)).ToString().ReplaceLineEndings("\n");
}
