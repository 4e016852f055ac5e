using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Removes attributes from their list, and an empty list with its line. Comments stay.</summary>
internal static class AttributeRemoval
{
    public static IEnumerable<Edit> Remove(FixSubject subject, IEnumerable<AttributeSyntax> attributes) =>
        from one in attributes
        group one by one.Parent as AttributeListSyntax into removed
        where removed.Key is not null
        from span in removed.Count() == removed.Key.Attributes.Count
            ? [WholeList(subject.TextOf(removed.Key), removed.Key.Span)]
            : OutOfList(removed.Key, [.. removed])
        from edit in subject.Replace(removed.Key, span, "")
        select edit;

    /// <summary>
    /// Returns the spans to remove, each with the comma before it, or with the one after it at the beginning of the list.
    /// </summary>
    private static IEnumerable<TextSpan> OutOfList(AttributeListSyntax list, HashSet<AttributeSyntax> removed)
    {
        var isHead = true;
        for (var i = 0; i < list.Attributes.Count; i++)
        {
            var attribute = list.Attributes[i];
            if (!removed.Contains(attribute))
            {
                isHead = false;
            }
            else
            {
                yield return isHead
                    ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[i + 1].SpanStart)
                    : TextSpan.FromBounds(list.Attributes.GetSeparator(i - 1).SpanStart, attribute.Span.End);
            }
        }
    }

    private static TextSpan WholeList(SourceText text, TextSpan list)
    {
        var (first, last) = (text.LineAt(list.Start), text.LineAt(list.End));
        if (text.RestOfLine(list.End).Length > 0)
        {
            return TextSpan.FromBounds(list.Start, text.SkipBlanks(list.End));
        }

        if (text.IsFirstOnLine(list.Start))
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        var before = text.ToString(TextSpan.FromBounds(first.Start, list.Start)).TrimEnd().Length;
        return TextSpan.FromBounds(first.Start + before, last.End);
    }
}
