using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Adds <c>[Kept]</c> to a member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnkeptMemberFix)), Shared]
public sealed class UnkeptMemberFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnkeptMember];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UnkeptMember, "Keep it in the snapshots", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<MemberDeclarationSyntax>()
        where found.Node is PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }
        from edit in subject.Insert(found.Node, found.Node.SpanStart, $"[{GClassParts.Prefix(subject.Model, found.Node.SpanStart, KnownNames.KeptMember)}Kept] ")
        select edit;
}
