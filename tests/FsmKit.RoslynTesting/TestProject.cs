using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.RoslynTesting;

/// <summary>A project in a workspace, with FsmKit and its generator, as an editor has it open.</summary>
public static class TestProject
{
    private const string Folder = "/test/";

    /// <summary>A library of these files.</summary>
    /// <param name="sources">The files, named Test0.cs and so on.</param>
    /// <param name="editorConfig">The lines of an .editorconfig for C# files, or null.</param>
    public static Project Create(IEnumerable<string> sources, string? editorConfig = null)
    {
        var project = new AdhocWorkspace().AddProject("Snippet", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(TestCompilation.References)
            .AddAnalyzerReference(new Generator())
            .AddDocument("Usings.cs", TestCompilation.Usings, filePath: Folder + "Usings.cs").Project;
        project = sources.Select(static (text, index) => (text, name: $"Test{index}.cs")).Aggregate(
            project, static (into, file) => into.AddDocument(file.name, SourceText.From(file.text), filePath: Folder + file.name).Project);
        return editorConfig is null
            ? project
            : project.AddAnalyzerConfigDocument(
                ".editorconfig", SourceText.From("root = true\n[*.cs]\n" + editorConfig + "\n"), filePath: Folder + ".editorconfig").Project;
    }

    /// <summary>The files of the test, without the usings.</summary>
    public static IReadOnlyList<Document> Files(this Project project) => [.. project.Documents.Where(static document => document.Name != "Usings.cs")];

    /// <summary>What the analyzer says, the generated members present, in order of place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(this Project project, DiagnosticAnalyzer analyzer)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(static found => !found.IsSuppressed)
            .OrderBy(static found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static found => found.Location.SourceSpan)];
    }

    /// <summary>The errors of the compiler, the generated members present.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(this Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error)];

    private sealed class Generator : AnalyzerReference
    {
        public override string FullPath => "FsmKit.Generators";

        public override object Id => FullPath;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [new GClassGenerator().AsSourceGenerator()];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => GetGenerators(LanguageNames.CSharp);
    }
}
