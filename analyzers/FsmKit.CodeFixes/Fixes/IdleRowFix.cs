using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Changes a row without effect to [Ignore]. Only the author knows that no action is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IdleRowFix)), Shared]
public sealed class IdleRowFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IdleRow];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.IdleRow, "Ignore the event", Find) { IsChoice = true }];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AttributeSyntax>()
        let name = found.Node.Name is QualifiedNameSyntax qualified ? qualified.Right : found.Node.Name
        where name is GenericNameSyntax && found.Node.ArgumentList is null or { Arguments.Count: 0 }
        from edit in subject.Replace(found.Node, ((GenericNameSyntax)name).Identifier.Span, "Ignore")
        select edit;
}
