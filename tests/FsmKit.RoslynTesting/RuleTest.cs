using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Runs one analyzer in Roslyn's harness; <c>[|</c> and <c>|]</c> mark where one id is expected.</summary>
/// <param name="analyzer">The analyzer.</param>
/// <param name="id">The id that the marks stand for.</param>
internal sealed class RuleTest(DiagnosticAnalyzer analyzer, string id) : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
{
    /// <summary>The version of C# that the files are written in.</summary>
    public required LanguageVersion LanguageVersion { get; init; }

    /// <summary>Whether the other ids of the analyzer are not looked at.</summary>
    public required bool IsOnly { get; init; }

    /// <summary>Diagnostics of the analyzer, in order of file and place; null before the run.</summary>
    public IReadOnlyList<Diagnostic>? Found { get; private set; }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [analyzer];

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
        analyzer.SupportedDiagnostics.First(descriptor => descriptor.Id == id);

    protected override ParseOptions CreateParseOptions() => TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion);

    protected override CompilationOptions CreateCompilationOptions() => HarnessSetup.Compilation;

    /// <summary>Changes nothing: the harness would name each rule as a command line does, which outweighs an .editorconfig.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project;

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics) =>
        [.. base.FilterDiagnostics(diagnostics).Where(one => !IsOnly || one.diagnostic.Id == id || !IsOfAnalyzer(one.diagnostic))];

    /// <summary>The first run is that of the sources as they are: those after it check that the diagnostics can be suppressed.</summary>
    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> SortDistinctDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
    {
        var sorted = base.SortDistinctDiagnostics(diagnostics);
        Found ??= [.. sorted.Select(static one => one.diagnostic).Where(IsOfAnalyzer)];
        return sorted;
    }

    private bool IsOfAnalyzer(Diagnostic found) => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == found.Id);
}
