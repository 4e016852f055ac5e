using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Adds attributes after the existing ones, each on a line of its own, unless the code around is on one line.</summary>
internal static class AttributeInsertion
{
    /// <summary>Adds attributes, without their brackets, to a state.</summary>
    public static IEnumerable<Edit> Add(FixSubject subject, EnumMemberDeclarationSyntax state, IReadOnlyList<string> attributes)
    {
        var text = subject.TextOf(state);
        var name = state.Identifier.SpanStart;
        if (state.AttributeLists.LastOrDefault() is not { } list)
        {
            return text.IsFirstOnLine(name)
                ? subject.Insert(state, text.LineAt(name).Start, Lines(text, name, attributes))
                : subject.Insert(state, name, string.Concat(attributes.Select(static attribute => $"[{attribute}] ")));
        }

        // The state is on the line of its attributes: it moves to a line of its own.
        if (text.SkipBlanks(list.Span.End) == name && text.IsFirstOnLine(state.SpanStart))
        {
            var indented = text.LineBreak() + text.Indentation(state.SpanStart);
            return subject.Replace(
                state, TextSpan.FromBounds(list.Span.End, name), string.Concat(attributes.Select(attribute => $"{indented}[{attribute}]")) + indented);
        }

        return After(subject, list, attributes);
    }

    /// <summary>Adds attributes, without their brackets, after a list.</summary>
    public static IEnumerable<Edit> After(FixSubject subject, AttributeListSyntax list, IReadOnlyList<string> attributes)
    {
        var text = subject.TextOf(list);
        var end = list.Span.End;

        // A formatter leaves no blank between lists on one line.
        return text.IsLastOnLine(end) && text.LineAt(end) is var line && line.EndIncludingLineBreak > line.End
            ? subject.Insert(list, line.EndIncludingLineBreak, Lines(text, list.SpanStart, attributes))
            : subject.Insert(list, end, string.Concat(attributes.Select(static attribute => $"[{attribute}]")));
    }

    private static string Lines(SourceText text, int position, IEnumerable<string> attributes) =>
        string.Concat(attributes.Select(attribute => $"{text.Indentation(position)}[{attribute}]{text.LineBreak()}"));
}
