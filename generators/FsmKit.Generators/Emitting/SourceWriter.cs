using System.Text;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Builds text with indentation and <c>\n</c> line ends, independent of the machine. A level is a tab, because the compiler has to read
/// each character.
/// </summary>
/// <param name="mark">The attributes of a generated member with code, or of a generated type.</param>
/// <param name="fieldMark">The attributes of a generated field.</param>
internal sealed class SourceWriter(string mark, string fieldMark)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; an empty text writes an empty line. Four blanks at the beginning of a line are one level.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                var blanks = line.Length - line.TrimStart(' ').Length;
                _text.Append('\t', _depth + (blanks / 4)).Append(line, blanks, line.Length - blanks);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>
    /// Marks the next member as generated, so that tools that measure or judge the code of the author leave it out. The mark is not on the
    /// class, which belongs to the author.
    /// </summary>
    public SourceWriter Mark() => Line(mark);

    /// <inheritdoc cref="Mark"/>
    public SourceWriter MarkField() => Line(fieldMark);

    /// <summary>Writes a header and opens its block.</summary>
    public SourceWriter Open(string header)
    {
        Line(header).Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes the block.</summary>
    public SourceWriter Close(string end = "")
    {
        _depth--;
        return Line("}" + end);
    }

    /// <summary>Writes a statement one level deeper.</summary>
    public SourceWriter Indented(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
