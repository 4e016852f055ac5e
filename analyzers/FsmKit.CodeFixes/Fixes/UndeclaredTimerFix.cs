using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the event of a named timeout as an input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredTimerFix)), Shared]
public sealed class UndeclaredTimerFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredTimer];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredTimer, "Declare the input event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) => EventDeclaration.DeclareWhatIsMarked(subject, KnownNames.Input);
}
