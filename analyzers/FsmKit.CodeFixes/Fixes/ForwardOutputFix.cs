using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the event of a forward without a target as an output.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardOutputFix)), Shared]
public sealed class ForwardOutputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ForwardOutput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.ForwardOutput, "Declare the output event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from forward in WrittenForward.Of(subject)
        from edit in EventDeclaration.Declare(subject, forward.GClass, KnownNames.Output, forward.Site.Event)
        select edit;
}
