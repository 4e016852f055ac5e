using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Replaces a Send of a nested gclass to itself by Post. Only the author knows that no code needs the effect at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelfSendFix)), Shared]
public sealed class SelfSendFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SelfSend];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.SelfSend, "Post the event", Find) { IsChoice = true }];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<InvocationExpressionSyntax>()
        let name = found.Node.Expression is MemberAccessExpressionSyntax access ? access.Name : found.Node.Expression as SimpleNameSyntax
        where name is not null
        from edit in subject.Replace(name, name.Identifier.Span, "Post")
        select edit;
}
