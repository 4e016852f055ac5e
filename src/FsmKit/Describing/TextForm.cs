using System.Text;

namespace FsmKit;

/// <summary>Writes a machine as plain text.</summary>
internal static class TextForm
{
    public static string Of(MachineDescription machine)
    {
        var lines = new List<string[]> { TableCells.Header };
        lines.AddRange(TableCells.Of(machine).Select(line => Indented(machine, line.State, line.Cells)));
        var widths = Enumerable.Range(0, TableCells.Header.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder(machine.Name).Append(machine.Summary.Length > 0 ? ": " : "").Append(OneLine(machine.Summary)).Append('\n');
        foreach (var line in lines)
        {
            text.Append(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns text with each line break replaced by a blank.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string[] Indented(MachineDescription machine, int state, string[] cells) =>
        [new string(' ', state < 0 ? 0 : 2 * (machine.PathOf(state).Count - 1)) + OneLine(cells[0]), .. cells.Skip(1).Select(OneLine)];
}
