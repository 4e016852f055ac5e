using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the event of a named timeout as an input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredTimerFix)), Shared]
public sealed class UndeclaredTimerFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredTimer];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredTimer, "Declare the input event", Find)];

    /// <summary>The event is written as a type or as a value of the type.</summary>
    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from diagnostic in subject.Diagnostics
        let e = subject.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax
        where e is not null
        let type = subject.Model.GetTypeInfo(e, subject.Cancellation).Type
        from edit in EventDeclaration.Declare(subject, subject.GClassAround(e), KnownNames.Input, type)
        select edit;
}
