using System.Text;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Collects text with indentation, <c>\n</c> line ends and nothing that depends on the machine. A level is a tab, because the compiler has to read
/// each character.
/// </summary>
/// <param name="mark">The attributes of a generated member that has code, or is a type.</param>
/// <param name="fieldMark">The attributes of a generated field.</param>
internal sealed class SourceWriter(string mark, string fieldMark)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; an empty one separates. Four blanks at the beginning of a line are a level.</summary>
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
    /// Says that the next member is generated, so that tools which count and judge the author's code leave it out. It stands on each member and
    /// not on the class, which is the author's.
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

    /// <summary>A statement below a condition or a case.</summary>
    public SourceWriter Indented(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
