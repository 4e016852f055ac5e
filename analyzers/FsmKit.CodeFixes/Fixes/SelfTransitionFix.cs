using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Leaves a <c>Next</c> without effect out. Only the author knows that no other state is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelfTransitionFix)), Shared]
public sealed class SelfTransitionFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SelfTransition];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.SelfTransition, "Leave 'Next' out", Find) { IsChoice = true }];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AttributeArgumentSyntax>()
        let list = found.Node.Parent as AttributeArgumentListSyntax
        where list is { Arguments.Count: > 1 } // A row with nothing else would do nothing.
        let place = list.Arguments.IndexOf(found.Node)
        let span = place > 0
            ? TextSpan.FromBounds(list.Arguments.GetSeparator(place - 1).SpanStart, found.Node.Span.End)
            : TextSpan.FromBounds(found.Node.SpanStart, list.Arguments[1].SpanStart)
        from edit in subject.Replace(list, span, "")
        select edit;
}
