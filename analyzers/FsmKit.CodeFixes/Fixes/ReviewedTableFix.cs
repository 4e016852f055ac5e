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

/// <summary>Writes or updates the reviewed table of a gclass.</summary>
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
                CodeAction.Create(title, async cancellation => await WriteAsync(context.Document, diagnostic, context.Document.Project.Solution, cancellation).ConfigureAwait(false), diagnostic.Id), diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>Writes the table of the gclass that a diagnostic names.</summary>
    /// <param name="document">The file of the diagnostic, as it was analyzed.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="solution">The solution to change: that of the document, or one with further tables.</param>
    /// <param name="cancellation">Cancels the work.</param>
    internal static async Task<Solution> WriteAsync(Document document, Diagnostic diagnostic, Solution solution, CancellationToken cancellation)
    {
        var subject = await FixSubject.ReadAsync(document, [diagnostic], cancellation).ConfigureAwait(false);
        if (subject?.Nodes<TypeDeclarationSyntax>().FirstOrDefault().Node is not { } declaration || subject.GClassAround(declaration) is not { } gclass)
        {
            return solution;
        }

        var text = ReviewedTable.Of(MachineReader.ReadSites(gclass, subject.Model.Compilation, cancellation));
        if (document.Project.AdditionalDocuments.FirstOrDefault(file => ReviewedFile.IsOf(file.FilePath ?? "", gclass)) is { } there)
        {
            var old = await there.GetTextAsync(cancellation).ConfigureAwait(false);
            return solution.WithAdditionalDocumentText(there.Id, SourceText.From(text.Replace("\n", old.LineBreak()), old.Encoding, old.ChecksumAlgorithm));
        }

        var path = ReviewedFile.PathFor(gclass, cancellation);
        return solution.AddAdditionalDocument(DocumentId.CreateNewId(document.Project.Id), ReviewedFile.NameOf(gclass), SourceText.From(text), document.Folders, path);
    }
}
