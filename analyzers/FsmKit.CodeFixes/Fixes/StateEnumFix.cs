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

/// <summary>Adds the State enum of a gclass: renames an enum with rows, or adds an empty one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateEnumFix)), Shared]
public sealed class StateEnumFix : EditFix
{
    private static readonly string[] Table =
    [
        $"private enum {KnownNames.StateEnum} : byte", "{", "\t/// <summary>The initial state.</summary>", "\tIdle,", "}",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.StateEnum];

    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new("FSM0004.Rename", "Rename the enum that has rows to State", Rename),
        new(DiagnosticIds.StateEnum, "Add a State enum", Add),
    ];

    /// <summary>Adds an empty table, unless an enum of another name has rows, which would then be unused.</summary>
    private static IEnumerable<Edit> Add(FixSubject subject) =>
        from found in Without(subject)
        where found.GClass.TableOfAnotherName() is null
        from edit in MemberInsertion.Prepend(subject, found.Part, Table)
        select edit;

    private static IEnumerable<Edit> Rename(FixSubject subject) =>
        from found in Without(subject)
        let table = found.GClass.TableOfAnotherName()
        where table is not null
        from part in found.GClass.DeclaringSyntaxReferences
        let root = part.GetSyntax(subject.Cancellation)
        from token in root.DescendantTokens()
        where token.ValueText == table.Name && Means(token, table, subject)
        from edit in subject.Replace(root, token.Span, KnownNames.StateEnum)
        select edit;

    private static IEnumerable<(ClassDeclarationSyntax Part, INamedTypeSymbol GClass)> Without(FixSubject subject) =>
        from found in subject.Nodes<BaseTypeDeclarationSyntax>()
        let part = found.Node as ClassDeclarationSyntax
        where part is not null
        let gclass = subject.Model.GetDeclaredSymbol(part, subject.Cancellation)
        where gclass?.GetMembers(KnownNames.StateEnum).IsEmpty == true
        select (part, gclass);

    private static bool Means(SyntaxToken token, INamedTypeSymbol table, FixSubject subject) => token.Parent switch
    {
        EnumDeclarationSyntax declaration => declaration.Identifier == token,
        IdentifierNameSyntax name => SymbolEqualityComparer.Default.Equals(subject.ModelOf(name).GetSymbolInfo(name, subject.Cancellation).Symbol, table),
        _ => false,
    };
}
