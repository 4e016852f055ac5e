using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Removes <c>[Flags]</c> from a State enum; the values of the states stay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlagsStateFix)), Shared]
public sealed class FlagsStateFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.FlagsState];

    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new(DiagnosticIds.FlagsState, "Remove [Flags]", static subject =>
            AttributeRemoval.Remove(subject, subject.Nodes<AttributeSyntax>().Select(static found => found.Node))),
    ];
}
