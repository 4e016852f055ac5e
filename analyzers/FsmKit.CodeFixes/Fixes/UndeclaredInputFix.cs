using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Declares the input event of a row.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredInputFix)), Shared]
public sealed class UndeclaredInputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndeclaredInput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UndeclaredInput, "Declare the input event", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AttributeSyntax>()
        let row = subject.Model.GetTypeInfo(found.Node, subject.Cancellation).Type as INamedTypeSymbol
        where row is { TypeArguments.Length: 1 }
        from edit in EventDeclaration.Declare(subject, subject.GClassAround(found.Node), KnownNames.Input, row.TypeArguments[0])
        select edit;
}
