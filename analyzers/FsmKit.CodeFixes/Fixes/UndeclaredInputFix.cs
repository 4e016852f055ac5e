using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the input event of a row.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredInputFix)), Shared]
public sealed class UndeclaredInputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredInput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredInput, "Declare the input event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) => EventDeclaration.DeclareWhatIsMarked(subject, KnownNames.Input);
}
