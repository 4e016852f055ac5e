using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Applies a fix and checks the result: its text, its format, and that it compiles.</summary>
public sealed class CodeFixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The equivalence key of the fix to apply; null takes the first one that is offered.</summary>
    public string? Key { get; init; }

    /// <summary>Index of the diagnostic to fix, in the order of the source; 0 is the first.</summary>
    public int Which { get; init; }

    /// <summary>Whether the fixed code compiles without errors; false where it has another fault.</summary>
    public bool Compiles { get; init; } = true;

    /// <summary>Whether the fixed code stands as a formatter leaves it; false where the source does not either.</summary>
    public bool IsFormatted { get; init; } = true;

    /// <summary>Whether the fix makes a choice for the author, place by place: then it fixes nothing in a whole scope.</summary>
    public bool IsChoice { get; init; }

    /// <summary>Other files than sources, beside them: name and text.</summary>
    public IReadOnlyList<(string Name, string Text)> Files { get; init; } = [];

    /// <summary>The other files as they are after the fix.</summary>
    public IReadOnlyList<(string Name, string Text)> FixedFiles { get; init; } = [];

    /// <summary>Whether FsmKit and the usual namespaces are imported in every file.</summary>
    public bool WithUsings { get; init; } = true;

    /// <summary>Fixes one diagnostic.</summary>
    public Task VerifyAsync(string source, string fixedSource) => VerifyAsync([source], [fixedSource]);

    /// <inheritdoc cref="VerifyAsync(string, string)"/>
    /// <param name="sources">The files.</param>
    /// <param name="fixedSources">The files as they are afterwards; those that are left out at the end stay as they are.</param>
    public Task VerifyAsync(IReadOnlyList<string> sources, IReadOnlyList<string> fixedSources) => RunAsync(sources, fixedSources, isAll: false);

    /// <summary>Fixes everything: one by one, and at once in each scope.</summary>
    public Task VerifyAllAsync(string source, string fixedSource) => VerifyAllAsync([source], [fixedSource]);

    /// <inheritdoc cref="VerifyAllAsync(string, string)"/>
    /// <param name="sources">The files.</param>
    /// <param name="fixedSources">The files as they are afterwards; those that are left out at the end stay as they are.</param>
    public Task VerifyAllAsync(IReadOnlyList<string> sources, IReadOnlyList<string> fixedSources) => RunAsync(sources, fixedSources, isAll: true);

    /// <summary>The equivalence keys of the fixes that are offered for the first diagnostic, in order.</summary>
    public async Task<IReadOnlyList<string?>> OfferedKeysAsync(params string[] sources)
    {
        var test = new OfferedFixTest<TAnalyzer, TFix> { Which = Which };
        test.AddProject(sources, WithUsings);
        await test.RunAsync();
        return test.Keys;
    }

    private Task RunAsync(IReadOnlyList<string> sources, IReadOnlyList<string> fixedSources, bool isAll)
    {
        var test = new AppliedFixTest<TAnalyzer, TFix>
        {
            CodeActionEquivalenceKey = Key,
            Which = Which,
            IsAll = isAll,
            Compiles = Compiles,
            IsFormatted = IsFormatted,
            CodeFixTestBehaviors = IsChoice ? CodeFixTestBehaviors.SkipFixAllCheck : CodeFixTestBehaviors.None,
        };
        test.AddProject(sources, WithUsings);
        test.TestState.AddOthers(Files);
        test.FixedState.AddOthers(FixedFiles);
        test.FixedState.AddFiles([.. fixedSources, .. sources.Skip(fixedSources.Count)], WithUsings);
        return test.RunAsync();
    }
}
