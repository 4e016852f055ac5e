using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.RoslynTesting;

/// <summary>Source text in which <c>[|</c> and <c>|]</c> mark where diagnostics are expected.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Spans">What was marked, in order.</param>
public sealed record Markup(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Markup Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var open = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < source.Length; i++)
        {
            switch (source.AsSpan(i))
            {
                case ['[', '|', ..]:
                    open.Push(text.Length);
                    i++;
                    break;
                case ['|', ']', ..]:
                    spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                    i++;
                    break;
                default:
                    text.Append(source[i]);
                    break;
            }
        }

        return open.Count == 0 ? new Markup(text.ToString(), [.. spans.Order()]) : throw new FormatException("A mark is not closed.");
    }
}
