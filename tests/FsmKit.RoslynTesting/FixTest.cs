using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace FsmKit.RoslynTesting;

/// <summary>Holds the common parts of all tests of one fix in Roslyn's harness.</summary>
internal abstract class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The id under which an exception in an analyzer is reported.</summary>
    private const string AnalyzerFault = "AD0001";

    /// <summary>Index of the diagnostic to fix, in the order of the source; 0 is the first.</summary>
    public int Which { get; init; }

    protected override ParseOptions CreateParseOptions() => TestCompilation.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => HarnessSetup.Compilation;

    protected override Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) => fixableDiagnostics.ElementAtOrDefault(Which);

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
    {
        foreach (var (_, found) in diagnostics)
        {
            Verify.False(found.Id == AnalyzerFault, found.GetMessage());
        }

        return base.FilterDiagnostics(diagnostics);
    }

    /// <summary>The project of these files.</summary>
    protected Task<Project> ProjectAsync(SolutionState state, CancellationToken cancellation) =>
        CreateProjectAsync(new EvaluatedProjectState(state, ReferenceAssemblies), [], cancellation);

    /// <summary>Diagnostics in the written files that can be fixed, in the order of the source. Fails when there is none.</summary>
    protected async Task<IReadOnlyList<Diagnostic>> FixableAsync(Project project, CancellationToken cancellation)
    {
        var found = await GetSortedDiagnosticsAsync(project.Solution, [.. GetDiagnosticAnalyzers()], [], CompilerDiagnostics, Verify, cancellation);
        var ids = GetCodeFixProviders().SelectMany(static fix => fix.FixableDiagnosticIds).ToHashSet();
        var fixable = found.Select(static one => one.diagnostic).Where(one => ids.Contains(one.Id) && project.GetDocument(one.Location.SourceTree) is not null).ToList();
        Verify.True(fixable.Count > Which, "There is nothing to fix.");
        return fixable;
    }
}
