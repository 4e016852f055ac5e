namespace FsmKit;

/// <summary>Text cells of the table of a machine.</summary>
internal static class TableCells
{
    public static readonly string[] Header = ["State", "Event", "Guard", "Action", "Next"];

    /// <summary>Returns all lines of the table with their states; -1 is the class.</summary>
    public static IEnumerable<(int State, string[] Cells)> Of(MachineDescription machine)
    {
        foreach (var state in machine.DepthFirst())
        {
            // A state without rows of its own is in the table too.
            foreach (var cells in Of(machine, state).DefaultIfEmpty([machine.States[state].Name, "", "", "", ""]))
            {
                yield return (state, cells);
            }
        }

        foreach (var row in machine.RowsOf(-1))
        {
            yield return (-1, Row(machine, row));
        }
    }

    /// <summary>Returns the lines of one state; empty for a state without rows of its own.</summary>
    public static IEnumerable<string[]> Of(MachineDescription machine, int index)
    {
        var state = machine.States[index];
        if (state.IsHistory)
        {
            var next = machine.DefaultOf(index);
            yield return [state.Name, state.Kind == StateKind.History ? "(history)" : "(deep history)", "", "", next < 0 ? "" : machine.States[next].Name];
        }

        foreach (var enter in state.Enter)
        {
            yield return [state.Name, "(enter)", "", enter, ""];
        }

        foreach (var work in state.Invocations)
        {
            yield return [state.Name, "(invoke)", "", Drawing.Work(work), ""];
        }

        foreach (var row in machine.RowsOf(index))
        {
            yield return Row(machine, row);
        }

        foreach (var exit in state.Exit)
        {
            yield return [state.Name, "(exit)", "", exit, ""];
        }

        if (state.IsClosed)
        {
            yield return [state.Name, "(all others)", "", "(Refuse)", ""];
        }

        if (state.Kind == StateKind.Final)
        {
            yield return [state.Name, "(final)", "", "", ""];
        }
    }

    public static string[] Row(MachineDescription machine, RowDescription row) =>
    [
        row.State < 0 ? ReviewedText.AnyState : machine.States[row.State].Name, row.Event, row.Guard ?? "", row.Effect,
        row.Next < 0 ? "" : machine.States[row.Next].Name + (row.Reenter ? " (reenter)" : ""),
    ];
}
