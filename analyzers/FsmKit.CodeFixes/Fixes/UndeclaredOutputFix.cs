using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the output event that a gclass publishes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredOutputFix)), Shared]
public sealed class UndeclaredOutputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredOutput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredOutput, "Declare the output event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from diagnostic in subject.Diagnostics
        let published = subject.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax
        where published is not null
        let type = subject.Model.GetTypeInfo(published, subject.Cancellation).Type
        from edit in EventDeclaration.Declare(subject, subject.GClassAround(published), KnownNames.Output, type)
        select edit;
}
