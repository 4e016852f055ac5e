using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Removes the declaration of an unused event. Only the author knows that no row or call is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedEventFix)), Shared]
public sealed class UnusedEventFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnhandledInput, DiagnosticIds.UnpublishedOutput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new("FSM0065.Remove", "Remove the declaration", Find) { IsChoice = true }];

    private static IEnumerable<Edit> Find(FixSubject subject) => AttributeRemoval.Remove(
        subject, subject.Nodes<AttributeSyntax>().Where(static found => !found.Diagnostic.Properties.ContainsKey(DiagnosticProperties.HasRows)).Select(static found => found.Node));
}
