using System.Composition;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>
/// Converts a class that holds its state in a field and switches over it to a gclass. Its methods stay and send events; FSM0015 then
/// replaces <c>new</c> by <c>Create</c>.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(SwitchToGClassRefactoring)), Shared]
public sealed class SwitchToGClassRefactoring : CodeRefactoringProvider
{
    private const string Title = "Make a gclass of this class";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await FixSubject.ReadAsync(context.Document, [], context.CancellationToken).ConfigureAwait(false) is { } subject
            && subject.Root.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
            && SwitchMachineReader.Read(subject, declaration) is { } machine
            && (context.Span.End <= declaration.OpenBraceToken.Span.End || machine.Field.Span.Contains(context.Span) || machine.Table.Span.Contains(context.Span)))
        {
            var solution = context.Document.Project.Solution;
            context.RegisterRefactoring(CodeAction.Create(Title, cancellation => Edits.ApplyAsync(solution, SwitchMachineWriter.Write(machine), cancellation), Title));
        }
    }
}
