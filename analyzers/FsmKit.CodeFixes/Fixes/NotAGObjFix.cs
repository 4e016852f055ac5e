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

/// <summary>Derives a gclass that has no base class from GObj.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotAGObjFix)), Shared]
public sealed class NotAGObjFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotAGObj];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.NotAGObj, "Derive from GObj", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject)
    {
        foreach (var (_, declaration) in subject.Nodes<ClassDeclarationSyntax>())
        {
            if (subject.Model.GetDeclaredSymbol(declaration, subject.Cancellation) is not { BaseType.SpecialType: SpecialType.System_Object, IsStatic: false })
            {
                continue;
            }

            var header = declaration.ParameterList?.Span.End ?? declaration.TypeParameterList?.Span.End ?? declaration.Identifier.Span.End;
            var edits = declaration.BaseList is { Types.Count: > 0 } bases
                ? subject.Insert(declaration, bases.Types[0].SpanStart, $"{KnownNames.GObj}, ")
                : subject.Insert(declaration, header, $" : {KnownNames.GObj}");
            if (!GClassParts.IsImported(subject.Model, declaration.SpanStart, KnownNames.GObj))
            {
                edits = edits.Concat(UsingInsertion.Add(subject, KnownNames.Namespace));
            }

            foreach (var edit in edits)
            {
                yield return edit;
            }
        }
    }
}
