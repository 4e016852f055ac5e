using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings;

/// <summary>
/// Adds an input event that every state answers: the type, the declaration, and a refusal in each state for the author to replace.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AddEventRefactoring)), Shared]
public sealed class AddEventRefactoring() : EditRefactoring("Add an event with an answer in every state")
{
    private protected override IEnumerable<Edit> Find(FixSubject subject, INamedTypeSymbol gclass, SyntaxNode node, TextSpan selection)
    {
        var home = gclass.Home(subject.Cancellation);
        var list = gclass.GetAttributes().LastOrDefault(static attribute => attribute.Is(KnownNames.Input) || attribute.Is(KnownNames.GClass))?.Syntax(subject.Cancellation)?.Parent as AttributeListSyntax;
        if (home is not { Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax } || list is null || TableOf(gclass, subject.Cancellation) is not { } table)
        {
            return [];
        }

        // A leaf of a composite that refuses everything has an answer already.
        var reading = MachineReader.ReadSites(gclass, subject.Model.Compilation, subject.Cancellation);
        var open = reading.States.Where(state => state.History is null && !reading.Nesting.IsComposite(state.Index) && !reading.Nesting.PathOf(state).Any(static around => around.IsClosed))
            .Select(state => table.Members.First(member => member.Identifier.ValueText == state.Symbol.Name));
        var name = FreeName("EvNew", taken => !subject.ModelOf(home).LookupNamespacesAndTypes(home.SpanStart, name: taken).IsEmpty);
        var text = subject.TextOf(home);
        var (line, indent) = (text.LineBreak(), text.Indentation(home.SpanStart));
        var start = home.GetLeadingTrivia().Any(static trivia => trivia.HasStructure) ? text.LineAt(home.GetLeadingTrivia().First(static trivia => trivia.HasStructure).FullSpan.Start).Start : text.LineAt(home.SpanStart).Start;
        string Row(SyntaxNode at, string attribute) => GClassParts.Attribute(attribute, name, subject.ModelOf(at), at.SpanStart);
        return subject.Insert(home, start, $"{indent}public readonly record struct {name};{line}{line}")
            .Concat(AttributeInsertion.After(subject, list, [Row(list, KnownNames.Input)]))
            .Concat(open.SelectMany(state => AttributeInsertion.Add(subject, state, [Row(state, KnownNames.Refuse)])));
    }
}
