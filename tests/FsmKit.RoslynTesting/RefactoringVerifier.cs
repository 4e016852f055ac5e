using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.RoslynTesting;

/// <summary>Applies a refactoring at the selection in the first file, and checks its text and format, and that it compiles.</summary>
public static class RefactoringVerifier
{
    private static readonly DefaultVerifier Verify = new();

    /// <summary>Applies the one that is offered.</summary>
    public static async Task VerifyAsync<TRefactoring>(IReadOnlyList<string> sources, IReadOnlyList<string> changed)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        var (project, offered) = await OfferedAsync<TRefactoring>(sources);
        Verify.True(offered.Count == 1, $"{offered.Count} are offered.");
        var operations = await offered[0].GetOperationsAsync(CancellationToken.None);
        project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        foreach (var (document, expected) in project.Documents.Zip(changed))
        {
            Verify.EqualOrDiff(expected, $"{await document.GetTextAsync()}", $"{document.Name} is changed differently.");
            Verify.EqualOrDiff($"{await (await Formatter.FormatAsync(document)).GetTextAsync()}", expected, $"{document.Name} is not formatted.");
        }

        var errors = (await project.GetCompilationAsync())!.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error);
        Verify.False(errors.Any(), "The changed code does not compile:\n" + string.Join("\n", errors));
    }

    /// <summary>Checks that nothing is offered.</summary>
    public static async Task VerifyNoneAsync<TRefactoring>(params IReadOnlyList<string> sources)
        where TRefactoring : CodeRefactoringProvider, new() => Verify.Empty("offered", (await OfferedAsync<TRefactoring>(sources)).Offered);

    private static async Task<(Project Project, IReadOnlyList<CodeAction> Offered)> OfferedAsync<TRefactoring>(IReadOnlyList<string> sources)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        TestFileMarkupParser.GetSpan(sources[0], out var first, out var selection);
        var project = SnippetProject.Open(new AdhocWorkspace(), sources.Skip(1).Prepend(first));
        var offered = new List<CodeAction>();
        await new TRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(project.Documents.First(), selection, offered.Add, CancellationToken.None));
        return (project, offered);
    }
}
