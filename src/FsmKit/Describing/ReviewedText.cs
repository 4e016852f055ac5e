using System.Collections.Generic;
using System.Text;

namespace FsmKit;

/// <summary>
/// Writes a reviewed table: the behaviour of a gclass in Markdown, one line for each thing that can change. Running programs and the analyzers share
/// this code.
/// </summary>
internal static class ReviewedText
{
    /// <summary>Extension of a file with a reviewed table.</summary>
    public const string Extension = ".table.md";

    /// <summary>Text in place of the state, for a row of the class.</summary>
    public const string AnyState = "(any)";

    /// <summary>Text in place of the event, for the line of the initial state.</summary>
    public const string StartsIn = "(starts in)";

    /// <summary>Returns the text of a forward: to a member or to the subscribers, and as another event if a method creates one.</summary>
    public static string Forward(string? to, string? e, string? map) => $"forward {(to is null ? "up" : $"to {to}")}{(map is null ? "" : $" as {e} by {map}")}";

    /// <summary>Returns the text of asynchronous work and the events of its end.</summary>
    public static string Work(string? work, string done, string failed) => $"{work}: {done} or {failed}";

    /// <summary>Writes the table. Lines end with <c>\n</c>.</summary>
    /// <param name="name">Name of the gclass.</param>
    /// <param name="isNested">Whether events that arrive while an action is running are handled at once.</param>
    /// <param name="inputs">Short names of the input events.</param>
    /// <param name="outputs">Short names of the output events.</param>
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
