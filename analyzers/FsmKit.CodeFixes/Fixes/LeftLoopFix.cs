using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Removes ConfigureAwait(false), so that an await continues on the loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeftLoopFix)), Shared]
public sealed class LeftLoopFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.LeftLoop];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.LeftLoop, "Go on on the loop", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AwaitExpressionSyntax>()
        let access = (found.Node.Expression as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax
        where access is not null
        from edit in subject.Replace(access, TextSpan.FromBounds(access.Expression.Span.End, found.Node.Span.End), "")
        select edit;
}
