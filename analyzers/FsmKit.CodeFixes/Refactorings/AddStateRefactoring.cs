using System.Composition;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings;

/// <summary>Adds a state at the end of a table. It refuses all events until rows are written.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AddStateRefactoring)), Shared]
public sealed class AddStateRefactoring() : EditRefactoring("Add a state")
{
    private protected override IEnumerable<Edit> Find(FixSubject subject, INamedTypeSymbol gclass, SyntaxNode node, TextSpan selection)
    {
        if (node.FirstAncestorOrSelf<EnumDeclarationSyntax>() is not { } table || table.Members.LastOrDefault() is not { } last)
        {
            return [];
        }

        var text = subject.TextOf(table);
        var name = FreeName("NewState", taken => table.Members.Any(member => member.Identifier.ValueText == taken));
        var attribute = $"[{GClassParts.Prefix(subject.Model, last.SpanStart, KnownNames.Refuse)}Refuse]";
        var comma = table.Members.SeparatorCount == table.Members.Count;
        var end = comma ? table.Members.GetSeparator(table.Members.Count - 1).Span.End : last.Span.End;
        if (!text.IsFirstOnLine(last.SpanStart))
        {
            return subject.Insert(table, end, $"{(comma ? "" : ",")} {attribute} {name}{(comma ? "," : "")}");
        }

        var (line, indent) = (text.LineBreak(), text.Indentation(last.SpanStart));
        return subject.Insert(table, end, $"{(comma ? "" : ",")}{line}{line}{indent}{attribute}{line}{indent}{name}{(comma ? "," : "")}");
    }
}
