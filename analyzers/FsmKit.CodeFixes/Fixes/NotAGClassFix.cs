using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Adds <c>[GClass]</c> to a class that derives from GObj, or <c>abstract</c> when other classes derive from it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotAGClassFix)), Shared]
public sealed class NotAGClassFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotAGClass];

    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new(DiagnosticIds.NotAGClass, "Mark it as a gclass", Mark),
        new("FSM0014.Abstract", "Make it abstract", MakeAbstract) { IsChoice = true },
    ];

    private static IEnumerable<Edit> Mark(FixSubject subject) =>
        from found in Classes(subject)
        where found.Type.GClassBelow() is null && !found.Type.IsBase(subject.Model.Compilation, subject.Cancellation)
        from edit in Attribute(subject, found.Declaration)
            .Concat(found.Type.IsSealed ? [] : ModifierInsertion.Add(subject, found.Declaration, "sealed "))
            .Concat(PlaceReader.NotPartial(found.Type, subject.Cancellation).SelectMany(part => subject.Insert(part, part.Keyword.SpanStart, "partial ")))
        select edit;

    private static IEnumerable<Edit> MakeAbstract(FixSubject subject) =>
        from found in Classes(subject)
        where found.Type.GClassBelow() is null && found.Type.IsBase(subject.Model.Compilation, subject.Cancellation)
        from edit in ModifierInsertion.Add(subject, found.Declaration, "abstract ")
        select edit;

    private static IEnumerable<(ClassDeclarationSyntax Declaration, INamedTypeSymbol Type)> Classes(FixSubject subject) =>
        from found in subject.Nodes<ClassDeclarationSyntax>()
        let type = subject.Model.GetDeclaredSymbol(found.Node, subject.Cancellation)
        where type is not null
        select (found.Node, type);

    private static IEnumerable<Edit> Attribute(FixSubject subject, ClassDeclarationSyntax declaration)
    {
        var text = subject.TextOf(declaration);
        var start = declaration.SpanStart;
        var attribute = $"[{GClassParts.Prefix(subject.Model, start, KnownNames.GClass)}GClass]";
        return text.IsFirstOnLine(start)
            ? subject.Insert(declaration, text.LineAt(start).Start, text.Indentation(start) + attribute + text.LineBreak())
            : subject.Insert(declaration, start, attribute + " ");
    }
}
