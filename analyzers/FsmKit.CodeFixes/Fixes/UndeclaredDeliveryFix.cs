using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the event of a named timeout, of asynchronous work, or of <c>Raise</c> as an input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredDeliveryFix)), Shared]
public sealed class UndeclaredDeliveryFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredDelivery];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredDelivery, "Declare the input event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) => EventDeclaration.DeclareWhatIsMarked(subject, KnownNames.Input);
}
