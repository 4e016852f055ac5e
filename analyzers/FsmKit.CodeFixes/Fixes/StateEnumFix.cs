using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Adds an empty table to a gclass that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateEnumFix)), Shared]
public sealed class StateEnumFix : EditFix
{
    private static readonly string[] Table =
    [
        $"private enum {KnownNames.StateEnum} : byte", "{", "\t/// <summary>Where it starts.</summary>", "\tIdle,", "}",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.StateEnum];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.StateEnum, "Add a State enum", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<BaseTypeDeclarationSyntax>()
        let part = found.Node as ClassDeclarationSyntax
        where part is not null && subject.Model.GetDeclaredSymbol(part, subject.Cancellation)?.GetMembers(KnownNames.StateEnum).IsEmpty == true
        from edit in MemberInsertion.Prepend(subject, part, Table)
        select edit;
}
