using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that an analyzer says one thing at exactly the marked places, and nothing else anywhere.</summary>
/// <param name="analyzer">The analyzer.</param>
/// <param name="id">The only id that may be reported.</param>
public sealed class AnalyzerVerifier(DiagnosticAnalyzer analyzer, string id)
{
    /// <summary>The lines of an .editorconfig, or null.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>The version of C# that the files are written in.</summary>
    public LanguageVersion Language { get; init; } = TestCompilation.ParseOptions.LanguageVersion;

    /// <summary>Checks a test whose files may carry marks; without any, nothing may be said.</summary>
    /// <returns>What was said, in order of file and place.</returns>
    public Task<IReadOnlyList<Diagnostic>> VerifyAsync(params IReadOnlyList<string> sources) => VerifyAsync(sources, static _ => true);

    /// <summary>The same where the analyzer says other things too, which are not looked at.</summary>
    public Task<IReadOnlyList<Diagnostic>> OnlyAsync(params IReadOnlyList<string> sources) => VerifyAsync(sources, found => found.Id == id);

    private async Task<IReadOnlyList<Diagnostic>> VerifyAsync(IReadOnlyList<string> sources, Func<Diagnostic, bool> isLookedAt)
    {
        var files = sources.Select(Markup.Parse).ToList();
        var project = TestProject.Create(files.Select(static file => file.Text), EditorConfig).WithParseOptions(TestCompilation.ParseOptions.WithLanguageVersion(Language));
        var found = (await project.AnalyzeAsync(analyzer)).Where(isLookedAt).ToList();
        var expected = files.SelectMany((file, index) => file.Spans.Select(span => $"{id} Test{index}.cs {span} «{file.Text[span.Start..span.End]}»"));
        Difference.Check(
            string.Join("\n", expected), string.Join("\n", found.Select(Describe)),
            "The diagnostics differ. Said was:\n" + string.Join("\n", found.Select(static one => one.ToString())));
        return found;
    }

    private static string Describe(Diagnostic found)
    {
        var tree = found.Location.SourceTree;
        var span = found.Location.SourceSpan;
        return $"{found.Id} {Path.GetFileName(tree?.FilePath)} {span} «{tree?.ToString()[span.Start..span.End]}»";
    }
}
