using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that an analyzer reports one diagnostic at exactly the marked places, and nothing else.</summary>
/// <param name="analyzer">The analyzer.</param>
/// <param name="id">The only id that may be reported.</param>
public sealed class AnalyzerVerifier(DiagnosticAnalyzer analyzer, string id)
{
    /// <summary>The lines of an .editorconfig, or null.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>Other files than sources, beside them: name and text, which may carry marks.</summary>
    public IReadOnlyList<(string Name, string Text)> Files { get; init; } = [];

    /// <summary>Whether all errors are marked, as in <c>{|CS0103:Name|}</c>; false where generated code has errors.</summary>
    public bool Compiles { get; init; } = true;

    /// <summary>The version of C# that the files are written in.</summary>
    public LanguageVersion Language { get; init; } = TestCompilation.ParseOptions.LanguageVersion;

    /// <summary>Checks a test whose files may carry marks; without any mark no diagnostic may come.</summary>
    /// <returns>Diagnostics, in order of file and place.</returns>
    public Task<IReadOnlyList<Diagnostic>> VerifyAsync(params IReadOnlyList<string> sources) => VerifyAsync(sources, isOnly: false);

    /// <summary>Checks a test, and ignores the other diagnostics of the analyzer.</summary>
    public Task<IReadOnlyList<Diagnostic>> OnlyAsync(params IReadOnlyList<string> sources) => VerifyAsync(sources, isOnly: true);

    private async Task<IReadOnlyList<Diagnostic>> VerifyAsync(IReadOnlyList<string> sources, bool isOnly)
    {
        var test = new RuleTest(analyzer, id) { LanguageVersion = Language, IsOnly = isOnly };
        test.AddProject(sources, withUsings: true);
        test.TestState.AddOthers(Files);
        if (EditorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{EditorConfig}\n"));
        }

        if (!Compiles)
        {
            test.CompilerDiagnostics = CompilerDiagnostics.None;
        }

        // The check disables the rule at the start of each file; such a file enables it again.
        if (sources.Any(static source => source.Contains("#pragma warning restore", StringComparison.Ordinal)))
        {
            test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        }

        await test.RunAsync();
        return test.Found!;
    }
}
