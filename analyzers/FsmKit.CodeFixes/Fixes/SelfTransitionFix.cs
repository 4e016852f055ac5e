using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Removes a <c>Next</c> without effect. Only the author knows that no other state is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelfTransitionFix)), Shared]
public sealed class SelfTransitionFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SelfTransition];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.SelfTransition, "Leave 'Next' out", Find) { IsChoice = true }];

    /// <summary>Returns the edits; a row without another argument is skipped, because it would do nothing.</summary>
    private static IEnumerable<Edit> Find(FixSubject subject) =>
        subject.Nodes<AttributeArgumentSyntax>().SelectMany(found => ArgumentRemoval.Remove(subject, found.Node));
}
