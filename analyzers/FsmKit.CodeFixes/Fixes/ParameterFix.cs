using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Makes the property of a parameter partial, if this is its only error.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterFix)), Shared]
public sealed class ParameterFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Parameter];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.Parameter, "Make it partial", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<PropertyDeclarationSyntax>()
        where ParameterReader.Setter(found.Node) is not null && !found.Node.Modifiers.Any(SyntaxKind.PartialKeyword)
        from edit in subject.Insert(found.Node, found.Node.Type.SpanStart, "partial ")
        select edit;
}
