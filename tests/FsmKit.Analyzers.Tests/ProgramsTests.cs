using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Tests;

/// <summary>Ten well-known machines in everyday code. Their diagnostics were reviewed, and none of them is wrong.</summary>
[Trait("Category", "Slow")]
public sealed class ProgramsTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "FsmKit.Programs");

    [Fact]
    public async Task What_is_said_of_the_programs_is_what_was_looked_at()
    {
        var files = Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories).Where(static file => !file.EndsWith("Tests.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var project = TestCompilation.Create()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("global using System.Threading; global using System.Threading.Tasks;", TestCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken))
            .AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestCompilation.ParseOptions, file, cancellationToken: TestContext.Current.CancellationToken)));
        GeneratorRun.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(project, out var whole, out _, TestContext.Current.CancellationToken);
        Assert.Empty(whole.GetDiagnostics(TestContext.Current.CancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error));
        var said = await whole.WithAnalyzers(RuleCatalogTests.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var text = string.Concat(said.Where(static found => found.Severity > DiagnosticSeverity.Hidden)
            .Select(static found => $"{Path.GetFileNameWithoutExtension(found.Location.SourceTree?.FilePath)}: {found.Severity} {found.Id}: {found.GetMessage()}\n").Order(StringComparer.Ordinal));
        var looked = Path.Combine(Folder, "said.txt");
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(looked, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal((await File.ReadAllTextAsync(looked, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), text);
    }
}
