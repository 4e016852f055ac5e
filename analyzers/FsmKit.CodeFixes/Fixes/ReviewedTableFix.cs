using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.Analyzers.Reviewing;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Writes the reviewed table of a gclass, or updates the one that there is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReviewedTableFix)), Shared]
public sealed class ReviewedTableFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ReviewedTable, DiagnosticIds.Unreviewed];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ReviewedTableFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(found => FixableDiagnosticIds.Contains(found.Id)))
        {
            var title = diagnostic.Id == DiagnosticIds.ReviewedTable ? "Update the reviewed table" : "Write the reviewed table";
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellation => WriteAsync(context.Document.Project.Solution, context.Document.Id, diagnostic, cancellation), diagnostic.Id), diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>Writes the table of the gclass that the diagnostic names into the solution.</summary>
    internal static async Task<Solution> WriteAsync(Solution solution, DocumentId id, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var subject = await FixSubject.ReadAsync(solution.GetDocument(id)!, [diagnostic], cancellation).ConfigureAwait(false);
        if (subject?.Nodes<TypeDeclarationSyntax>().FirstOrDefault().Node is not { } declaration || subject.GClassAround(declaration) is not { } gclass)
        {
            return solution;
        }

        var project = solution.GetProject(id.ProjectId)!;
        var text = ReviewedTable.Of(MachineReader.ReadSites(gclass, subject.Model.Compilation, cancellation));
        if (project.AdditionalDocuments.FirstOrDefault(file => ReviewedFile.IsOf(file.FilePath ?? "", gclass)) is { } there)
        {
            var old = await there.GetTextAsync(cancellation).ConfigureAwait(false);
            return solution.WithAdditionalDocumentText(there.Id, SourceText.From(text.Replace("\n", LineBreakOf(old)), old.Encoding, old.ChecksumAlgorithm));
        }

        var path = ReviewedFile.PathFor(gclass, cancellation);
        return solution.AddAdditionalDocument(
            DocumentId.CreateNewId(id.ProjectId), ReviewedFile.NameOf(gclass), SourceText.From(text), solution.GetDocument(declaration.SyntaxTree)?.Folders, path);
    }

    private static string LineBreakOf(SourceText text) =>
        text.Lines.Count > 1 && text.Lines[0] is { EndIncludingLineBreak: var end } line && end - line.End == 2 ? "\r\n" : "\n";
}
