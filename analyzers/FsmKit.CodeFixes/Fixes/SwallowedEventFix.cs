using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Writes out the refusals that a closing <c>[Refuse]</c> stands for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedEventFix)), Shared]
public sealed class SwallowedEventFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SwallowedEvent];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.SwallowedEvent, "Write the refusals out", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<EnumMemberDeclarationSyntax>()
        let state = UnansweredState.Read(subject, found.Diagnostic, found.Node)
        where state is not null
        from edit in state.Add(state.Missing.Select(e => state.Attribute(KnownNames.Refuse, e)))
        select edit;
}
