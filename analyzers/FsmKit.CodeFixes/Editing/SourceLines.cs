using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Reads lines of a source: their ends, their indentation and their other contents.</summary>
internal static class SourceLines
{
    /// <summary>Returns the line break of the file.</summary>
    public static string LineBreak(this SourceText text)
    {
        var first = text.Lines[0];
        return first.End < first.EndIncludingLineBreak ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    public static TextLine LineAt(this SourceText text, int position) => text.Lines.GetLineFromPosition(position);

    /// <summary>Returns the blanks before the first character of the line.</summary>
    public static string Indentation(this SourceText text, int position)
    {
        var line = text.LineAt(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    public static bool IsFirstOnLine(this SourceText text, int position) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.LineAt(position).Start, position)));

    /// <summary>Returns the text between the position and the end of its line, trimmed.</summary>
    public static string RestOfLine(this SourceText text, int position) =>
        text.ToString(TextSpan.FromBounds(position, text.LineAt(position).End)).Trim();

    /// <summary>Whether only a comment, or nothing, follows on the line.</summary>
    public static bool IsLastOnLine(this SourceText text, int position) =>
        text.RestOfLine(position) is var rest && (rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal));

    /// <summary>Returns the position after blanks.</summary>
    public static int SkipBlanks(this SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }
}
