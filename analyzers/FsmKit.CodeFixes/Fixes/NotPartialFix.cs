using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Makes a type partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialFix)), Shared]
public sealed class NotPartialFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotPartial];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.NotPartial, "Make it partial", Find)];

    // C# requires partial directly before the keyword.
    private static IEnumerable<Edit> Find(FixSubject subject) =>
        subject.Nodes<TypeDeclarationSyntax>().SelectMany(found => subject.Insert(found.Node, found.Node.Keyword.SpanStart, "partial "));
}
