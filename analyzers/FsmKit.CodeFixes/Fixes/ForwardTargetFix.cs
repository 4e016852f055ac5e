using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares a forwarded event as an input of the target's gclass.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardTargetFix)), Shared]
public sealed class ForwardTargetFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ForwardTarget];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.ForwardTarget, "Declare the input event of the target", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from forward in WrittenForward.Of(subject)
        where forward.Site.Problem == ForwardProblem.NotAccepted
        let target = forward.Site.TargetType as INamedTypeSymbol
        where target is not null && target.IsGClass()
        from edit in EventDeclaration.Declare(subject, target, KnownNames.Input, forward.Site.Event)
        select edit;
}
