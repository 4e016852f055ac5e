using System.Text;

namespace FsmKit;

/// <summary>Writes a machine as a table for people: plain text, or Markdown with a diagram.</summary>
public static class MachineTable
{
    private const string AnyState = "(any)";
    private static readonly string[] Header = ["State", "Event", "Guard", "Action", "Next"];

    /// <summary>The states with their rows, one line each, in aligned columns.</summary>
    public static string Text(MachineDescription machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var lines = new List<string[]> { Header };
        lines.AddRange(Cells(machine));
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder().Append(machine.Name).Append(machine.Summary.Length > 0 ? ": " : "").Append(machine.Summary).Append('\n');
        foreach (var line in lines)
        {
            text.Append(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A page: summary, events, table, parameters, and the state diagram in Mermaid.</summary>
    public static string Markdown(MachineDescription machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var text = new StringBuilder().Append("# ").Append(machine.Name).Append("\n\n").Append(machine.Summary).Append('\n');
        Section(text, "Input events", ["Event", "Meaning"], machine.Inputs.Select(Event));
        Section(text, "Output events", ["Event", "Meaning"], machine.Outputs.Select(Event));
        Section(text, "States", ["State", "Meaning"], machine.States.Select(state => new[] { state.Name, Inside(machine, state) + state.Summary }));
        Section(text, "Table", Header, Cells(machine));
        Section(text, "Parameters", ["Name", "Type", "Default", "Meaning"], machine.Parameters.Select(
            static parameter => new[] { parameter.Name, $"`{parameter.Type}`", parameter.DefaultText.Length > 0 ? $"`{parameter.DefaultText}`" : "", parameter.Description }));
        return text.Append("\n## Diagram\n\n```mermaid\n").Append(Mermaid(machine)).Append("```\n").ToString();
    }

    /// <summary>The state diagram, in Mermaid's language.</summary>
    public static string Mermaid(MachineDescription machine) => MachineDiagram.Mermaid(machine);

    private static string[] Event(EventDescription e) => [e.Name, e.Summary + (e.IsBorrowed ? " Borrows memory." : "")];

    private static string Inside(MachineDescription machine, StateDescription state) =>
        state.Parent < 0 ? "" : state.Summary.Length > 0 ? $"Inside {machine.States[state.Parent].Name}. " : $"Inside {machine.States[state.Parent].Name}.";

    private static string[] Cells(MachineDescription machine, RowDescription row) =>
    [
        row.State < 0 ? AnyState : machine.States[row.State].Name, row.Event, row.Guard ?? "",
        row.Answer is Answer.Ignore or Answer.Refuse ? $"({row.Answer})" : row.Action ?? "", row.Next < 0 ? "" : machine.States[row.Next].Name,
    ];

    private static IEnumerable<string[]> Cells(MachineDescription machine)
    {
        for (var index = 0; index < machine.States.Count; index++)
        {
            var state = machine.States[index];
            foreach (var enter in state.Enter)
            {
                yield return [state.Name, "(enter)", "", enter, ""];
            }

            foreach (var row in machine.Rows.Where(row => row.State == index))
            {
                yield return Cells(machine, row);
            }

            foreach (var exit in state.Exit)
            {
                yield return [state.Name, "(exit)", "", exit, ""];
            }

            if (state.IsClosed)
            {
                yield return [state.Name, "(all others)", "", "(Refuse)", ""];
            }
        }

        foreach (var row in machine.Rows.Where(static row => row.State < 0))
        {
            yield return Cells(machine, row);
        }
    }

    private static void Section(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(static row => "| " + string.Join(" | ", row.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |").ToList();
        if (lines.Count > 0)
        {
            text.Append("\n## ").Append(title).Append("\n\n| ").Append(string.Join(" | ", header)).Append(" |\n|")
                .Append(string.Concat(Enumerable.Repeat("---|", header.Length))).Append('\n')
                .Append(string.Join('\n', lines)).Append('\n');
        }
    }
}
