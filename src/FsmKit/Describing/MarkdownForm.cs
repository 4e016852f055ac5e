using System.Text;

namespace FsmKit;

/// <summary>Writes a machine as a page in Markdown (GitHub Flavored Markdown).</summary>
internal static class MarkdownForm
{
    public static string Of(MachineDescription machine)
    {
        var text = new StringBuilder("# ").Append(Escaped(machine.Name)).Append("\n\n").Append(Escaped(machine.Summary)).Append('\n');
        Section(text, "Input events", ["Event", "Meaning"], machine.Inputs.Select(Event));
        Section(text, "Output events", ["Event", "Meaning"], machine.Outputs.Select(Event));
        Section(text, "States", ["State", "Meaning"], machine.States.Select(state => new[] { Escaped(state.Name), Escaped(Meaning(machine, state)) }));
        Section(text, "Table", TableCells.Header, TableCells.Of(machine).Select(static line => Array.ConvertAll(line.Cells, Escaped)));
        Section(text, "Parameters", ["Name", "Type", "Default", "Meaning"], machine.Parameters.Select(static parameter => new[]
        {
            Escaped(parameter.Name), Code(parameter.Type), Code(parameter.DefaultText), Meaning(parameter),
        }));
        return text.Append("\n## Diagram\n\n```mermaid\n").Append(MermaidForm.Of(machine)).Append("```\n").ToString();
    }

    private static string[] Event(EventDescription e) => [Escaped(e.Name), (Escaped(e.Summary) + (e.IsBorrowed ? " Borrows memory." : "")).TrimStart()];

    private static string Meaning(ParameterDescription parameter) =>
        (Escaped(parameter.Description) + (parameter.IsReloadable ? " Takes changed settings while the program runs." : "")).TrimStart();

    private static string Meaning(MachineDescription machine, StateDescription state)
    {
        string?[] parts =
        [
            state.Parent < 0 ? null : $"Inside {machine.States[state.Parent].Name}.",
            state.Kind switch
            {
                StateKind.Final => "Final.",
                StateKind.History => "Leads to the member that was left last.",
                StateKind.DeepHistory => "Leads to the leaf that was left last.",
                _ => null,
            },
            state.Summary,
        ];
        return string.Join(' ', parts.Where(static part => part is { Length: > 0 }));
    }

    private static void Section(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(static row => "| " + string.Join(" | ", row) + " |").ToList();
        if (lines.Count > 0)
        {
            text.Append("\n## ").Append(title).Append("\n\n| ").Append(string.Join(" | ", header)).Append(" |\n|")
                .Append(string.Concat(Enumerable.Repeat("---|", header.Length))).Append('\n')
                .Append(string.Join('\n', lines)).Append('\n');
        }
    }

    /// <summary>Escapes text for Markdown. An underscore inside a word needs no escape.</summary>
    private static string Escaped(string text)
    {
        var line = TextForm.OneLine(text);
        var escaped = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            escaped.Append(line[i] switch
            {
                '<' => "&lt;",
                '&' => "&amp;",
                '\\' or '|' or '*' or '`' or '[' or ']' or '~' or '#' => $"\\{line[i]}",
                '_' when !IsInWord(line, i) => "\\_",
                _ => line[i],
            });
        }

        return escaped.ToString();
    }

    private static bool IsInWord(string text, int at) =>
        at > 0 && at < text.Length - 1 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Writes a code span, delimited by more backticks than the code contains. In a table, vertical bars are escaped in code too.</summary>
    private static string Code(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var code = TextForm.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        var fence = "`";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var pad = code[0] == '`' || code[^1] == '`' ? " " : "";
        return fence + pad + code + pad + fence;
    }
}
