using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Seals a gclass.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotSealedFix)), Shared]
public sealed class NotSealedFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotSealed];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.NotSealed, "Seal it", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject)
    {
        foreach (var (_, declaration) in subject.Nodes<ClassDeclarationSyntax>())
        {
            // An abstract class, or one with derived classes, is a base, which no fix can seal.
            if (subject.Model.GetDeclaredSymbol(declaration, subject.Cancellation) is { IsAbstract: false, IsStatic: false } gclass
                && !gclass.IsBase(subject.Model.Compilation, subject.Cancellation))
            {
                foreach (var edit in ModifierInsertion.Add(subject, declaration, "sealed "))
                {
                    yield return edit;
                }
            }
        }
    }
}
