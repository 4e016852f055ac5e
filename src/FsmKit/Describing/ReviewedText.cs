using System.Collections.Generic;
using System.Text;

namespace FsmKit;

/// <summary>
/// Writes a reviewed table: the behaviour of a gclass in Markdown, a line for each thing that can change. Running programs and the analyzers write it with the
/// same code.
/// </summary>
internal static class ReviewedText
{
    /// <summary>What the name of a file with a reviewed table ends in.</summary>
    public const string Extension = ".table.md";

    /// <summary>Stands for the state of a row on the class.</summary>
    public const string AnyState = "(any)";

    /// <summary>Stands for the event of the line that says what is entered first.</summary>
    public const string StartsIn = "(starts in)";

    /// <summary>Says of a row that it passes its event on: to a member, or up; as another event when a method makes one.</summary>
    public static string Forward(string? to, string? e, string? map) => $"forward {(to is null ? "up" : $"to {to}")}{(map is null ? "" : $" as {e} by {map}")}";

    /// <summary>Says what asynchronous work comes to.</summary>
    public static string Work(string? work, string done, string failed) => $"{work}: {done} or {failed}";

    /// <summary>Writes the text; lines end with <c>\n</c>.</summary>
    /// <param name="name">The name of the gclass.</param>
    /// <param name="isNested">Whether events that arrive while the gclass is busy are handled at once.</param>
    /// <param name="inputs">The input events, by short name.</param>
    /// <param name="outputs">The output events, by short name.</param>
    /// <param name="lines">State, event, guard, action and next state of each line.</param>
    public static string Of(string name, bool isNested, IEnumerable<string> inputs, IEnumerable<string> outputs, IEnumerable<string[]> lines)
    {
        var text = new StringBuilder("# ");
        Escape(text, name);
        text.Append(isNested ? "\n\nEvents that arrive while it is busy are handled at once.\n" : "\n");
        List(text, "Input events", inputs);
        List(text, "Output events", outputs);
        text.Append("\n## Table\n\n| State | Event | Guard | Action | Next |\n|---|---|---|---|---|\n");
        foreach (var line in lines)
        {
            foreach (var cell in line)
            {
                text.Append("| ");
                Escape(text, cell);
                text.Append(cell.Length > 0 ? " " : "");
            }

            text.Append("|\n");
        }

        return text.ToString();
    }

    private static void List(StringBuilder text, string title, IEnumerable<string> names)
    {
        var isFirst = true;
        foreach (var name in names)
        {
            text.Append(isFirst ? $"\n## {title}\n\n- " : "- ");
            Escape(text, name);
            text.Append('\n');
            isFirst = false;
        }
    }

    private static void Escape(StringBuilder text, string cell)
    {
        foreach (var letter in cell)
        {
            text.Append(letter switch { '<' => "&lt;", '|' => "\\|", _ => letter.ToString() });
        }
    }
}
