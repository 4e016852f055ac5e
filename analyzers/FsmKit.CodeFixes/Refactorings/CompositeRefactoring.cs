using System.Composition;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings;

/// <summary>
/// Puts the selected states inside a new composite without changing the behaviour. Rows that are the same in all of them can then move to
/// the composite.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CompositeRefactoring)), Shared]
public sealed class CompositeRefactoring() : EditRefactoring("Make a composite of the selected states")
{
    private protected override IEnumerable<Edit> Find(FixSubject subject, INamedTypeSymbol gclass, SyntaxNode node, TextSpan selection)
    {
        if (node.FirstAncestorOrSelf<EnumDeclarationSyntax>() is not { } table || table.Members.Any(static state => state.EqualsValue is not null))
        {
            return [];
        }

        // Neighbours only, so that the first entered state stays the same.
        var states = table.Members.Where(state => selection.OverlapsWith(state.Span)).ToList();
        if (states.Count < 2 || states.Exists(state => !IsAtTheTop(subject, state)) || !selection.Contains(states[0].Identifier.Span) || !selection.Contains(states[states.Count - 1].Identifier.Span))
        {
            return [];
        }

        var text = subject.TextOf(table);
        var name = FreeName("Composite", taken => table.Members.Any(member => member.Identifier.ValueText == taken));
        var inside = $"[{GClassParts.Prefix(subject.Model, table.SpanStart, KnownNames.Inside)}Inside({name})]";
        var first = states[0].SpanStart;
        var separator = text.IsFirstOnLine(first) ? text.LineBreak() + text.LineBreak() + text.Indentation(first) : " ";
        return subject.Insert(table, first, $"{name},{separator}{inside}{Behind(text, states[0])}")
            .Concat(states.Skip(1).SelectMany(state => subject.Insert(state, state.SpanStart, inside + Behind(text, state))));
    }

    /// <summary>Returns the text between a new attribute and a state. A formatter leaves no blank between lists on one line.</summary>
    private static string Behind(SourceText text, EnumMemberDeclarationSyntax state) =>
        text.IsFirstOnLine(state.SpanStart) ? text.LineBreak() + text.Indentation(state.SpanStart) : state.AttributeLists.Count > 0 ? "" : " ";

    private static bool IsAtTheTop(FixSubject subject, EnumMemberDeclarationSyntax state) =>
        subject.Model.GetDeclaredSymbol(state, subject.Cancellation)?.GetAttributes().Any(static attribute => attribute.Is(KnownNames.Inside) || attribute.Is(KnownNames.History) || attribute.Is(KnownNames.Initial)) == false;
}
