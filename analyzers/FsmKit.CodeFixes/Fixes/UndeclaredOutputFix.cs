using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the output event that a gclass publishes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredOutputFix)), Shared]
public sealed class UndeclaredOutputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredOutput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredOutput, "Declare the output event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) => EventDeclaration.DeclareWhatIsMarked(subject, KnownNames.Output);
}
