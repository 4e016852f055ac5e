using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Adds a row for an event when no guard holds. Only the author knows that no other row is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardGapFix)), Shared]
public sealed class GuardGapFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.GuardGap];

    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new("FSM0069.Refuse", "Refuse the event then", static subject => Find(subject, KnownNames.Refuse)) { IsChoice = true },
        new("FSM0069.Ignore", "Ignore the event then", static subject => Find(subject, KnownNames.Ignore)) { IsChoice = true },
    ];

    private static IEnumerable<Edit> Find(FixSubject subject, string answer) =>
        from found in subject.Nodes<AttributeSyntax>()
        let name = found.Node.Name is QualifiedNameSyntax qualified ? qualified.Right : found.Node.Name
        where name is GenericNameSyntax && found.Node.Parent is AttributeListSyntax
        let row = GClassParts.Attribute(answer, $"{((GenericNameSyntax)name).TypeArgumentList.Arguments}", subject.Model, found.Node.SpanStart)
        from edit in AttributeInsertion.After(subject, (AttributeListSyntax)found.Node.Parent!, [row])
        select edit;
}
