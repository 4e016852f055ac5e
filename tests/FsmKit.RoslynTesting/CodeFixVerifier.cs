using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;

namespace FsmKit.RoslynTesting;

/// <summary>Applies a fix and compares what it leaves: the text, that a formatter would leave it so, that it compiles.</summary>
public sealed class CodeFixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private readonly TFix _fix = new();

    /// <summary>The equivalence key of the fix to apply; null takes the first one that is offered.</summary>
    public string? Key { get; init; }

    /// <summary>Which diagnostic to fix, in the order of the source; 0 is the first.</summary>
    public int Which { get; init; }

    /// <summary>Whether the fixed code compiles without errors; false where it has another fault.</summary>
    public bool Compiles { get; init; } = true;

    /// <summary>Whether the fixed code stands as a formatter leaves it; false where the source does not either.</summary>
    public bool IsFormatted { get; init; } = true;

    /// <summary>Whether FsmKit and the usual namespaces are imported in every file.</summary>
    public bool WithUsings { get; init; } = true;

    /// <summary>Fixes one diagnostic.</summary>
    public Task VerifyAsync(string source, string fixedSource) => VerifyAsync([source], [fixedSource]);

    /// <inheritdoc cref="VerifyAsync(string, string)"/>
    public async Task VerifyAsync(IReadOnlyList<string> sources, IReadOnlyList<string> fixedSources)
    {
        var project = TestProject.Create(sources, withUsings: WithUsings);
        var actions = await OfferedAsync(project);
        var action = actions.FirstOrDefault(offered => Key is null || offered.EquivalenceKey == Key)
            ?? throw new VerificationException($"'{Key}' is not offered, but: {string.Join(", ", actions.Select(static offered => offered.EquivalenceKey))}");
        await CheckAsync(project, action, fixedSources);
    }

    /// <summary>Fixes everything in a scope at once.</summary>
    public Task VerifyAllAsync(string source, string fixedSource) => VerifyAllAsync([source], [fixedSource]);

    /// <inheritdoc cref="VerifyAllAsync(string, string)"/>
    public async Task VerifyAllAsync(IReadOnlyList<string> sources, IReadOnlyList<string> fixedSources, FixAllScope scope = FixAllScope.Document)
    {
        var project = TestProject.Create(sources, withUsings: WithUsings);
        var key = Key ?? (await OfferedAsync(project))[0].EquivalenceKey;
        var provider = new DiagnosticsOfAnalyzer(this);
        var context = scope == FixAllScope.Document
            ? new FixAllContext(project.Files()[0], _fix, scope, key!, _fix.FixableDiagnosticIds, provider, CancellationToken.None)
            : new FixAllContext(project, _fix, scope, key!, _fix.FixableDiagnosticIds, provider, CancellationToken.None);
        var action = await _fix.GetFixAllProvider()!.GetFixAsync(context) ?? throw new VerificationException("There is no fix for all.");
        await CheckAsync(project, action, fixedSources);
    }

    /// <summary>The equivalence keys of what is offered for the first diagnostic, in order.</summary>
    public async Task<IReadOnlyList<string?>> OfferedKeysAsync(params string[] sources) =>
        [.. (await OfferedAsync(TestProject.Create(sources, withUsings: WithUsings))).Select(static action => action.EquivalenceKey)];

    private async Task<IReadOnlyList<CodeAction>> OfferedAsync(Project project)
    {
        var diagnostic = (await DiagnosticsAsync(project)) is { } found && found.Count > Which ? found[Which] : throw new VerificationException("There is nothing to fix.");
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            project.Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await _fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    private async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project) =>
        [.. (await project.AnalyzeAsync(new TAnalyzer())).Concat(await project.ErrorsAsync())
            .Where(found => found.Location.IsInSource && _fix.FixableDiagnosticIds.Contains(found.Id))];

    private async Task CheckAsync(Project project, CodeAction action, IReadOnlyList<string> fixedSources)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        var files = changed.Files();
        for (var i = 0; i < fixedSources.Count; i++)
        {
            var text = (await files[i].GetTextAsync()).ToString();
            Difference.Check(fixedSources[i], text, $"Test{i}.cs is fixed differently.");
            if (IsFormatted)
            {
                var formatted = await Formatter.FormatAsync(files[i]);
                Difference.Check((await formatted.GetTextAsync()).ToString().Replace("\r\n", "\n"), text.Replace("\r\n", "\n"), $"Test{i}.cs is not formatted.");
            }
        }

        if (Compiles && await changed.ErrorsAsync() is { Count: > 0 } errors)
        {
            throw new VerificationException("The fixed code does not compile:\n" + string.Join("\n", errors));
        }
    }

    private sealed class DiagnosticsOfAnalyzer(CodeFixVerifier<TAnalyzer, TFix> verifier) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await verifier.DiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await verifier.DiagnosticsAsync(document.Project)).Where(found => found.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
