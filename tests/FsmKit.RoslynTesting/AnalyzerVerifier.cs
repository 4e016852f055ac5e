using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that an analyzer says one thing at exactly the marked places, and nothing else anywhere.</summary>
/// <param name="analyzer">The analyzer.</param>
/// <param name="id">The only id that may be reported.</param>
public sealed class AnalyzerVerifier(DiagnosticAnalyzer analyzer, string id)
{
    /// <summary>The lines of an .editorconfig, or null.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>Checks a test whose files may carry marks; without any, nothing may be said.</summary>
    /// <returns>What was said, in order of file and place.</returns>
    public async Task<IReadOnlyList<Diagnostic>> VerifyAsync(params IReadOnlyList<string> sources)
    {
        var files = sources.Select(Markup.Parse).ToList();
        var found = await TestProject.Create(files.Select(static file => file.Text), EditorConfig).AnalyzeAsync(analyzer);
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
