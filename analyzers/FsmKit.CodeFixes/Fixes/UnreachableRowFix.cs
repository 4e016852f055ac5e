using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Removes a row that is never reached.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableRowFix)), Shared]
public sealed class UnreachableRowFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnreachableRow];

    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new(DiagnosticIds.UnreachableRow, "Remove the row", static subject =>
            AttributeRemoval.Remove(subject, subject.Nodes<AttributeSyntax>().Select(static found => found.Node))),
    ];
}
