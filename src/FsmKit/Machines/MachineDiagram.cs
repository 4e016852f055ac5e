using System.Text;

namespace FsmKit;

/// <summary>Draws a machine in Mermaid's language: a composite is a box around the states inside.</summary>
internal static class MachineDiagram
{
    public static string Mermaid(MachineDescription machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var text = new StringBuilder("stateDiagram-v2\n");
        if (machine.Leaves.Count > 0)
        {
            Level(text, machine, -1, Outermost(machine, machine.Leaves[0]), "    ");
        }

        foreach (var row in machine.Rows.Where(static row => row.Next >= 0))
        {
            foreach (var state in Sources(machine, row))
            {
                text.Append("    ").Append(machine.States[state].Name).Append(" --> ").Append(machine.States[row.Next].Name)
                    .Append(" : ").Append(row.Event).Append(row.Guard is null ? "" : $" [{row.Guard}]")
                    .Append(row.Action is null ? "" : $" / {row.Action}").Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Where a level begins, and the boxes that are on it.</summary>
    private static void Level(StringBuilder text, MachineDescription machine, int parent, int start, string indent)
    {
        text.Append(indent).Append("[*] --> ").Append(machine.States[start].Name).Append('\n');
        for (var index = 0; index < machine.States.Count; index++)
        {
            var state = machine.States[index];
            if (state.Parent != parent)
            {
                continue;
            }

            if (state.Start >= 0)
            {
                text.Append(indent).Append("state ").Append(state.Name).Append(" {\n");
                Level(text, machine, index, state.Start, indent + "    ");
                text.Append(indent).Append("}\n");
            }
            else if (parent >= 0)
            {
                text.Append(indent).Append(state.Name).Append('\n');
            }
        }
    }

    private static int Outermost(MachineDescription machine, int state) =>
        machine.States[state].Parent is >= 0 and var parent ? Outermost(machine, parent) : state;

    /// <summary>The state that has the row. One on the class is drawn from each state at the top that has no answer of its own to the event.</summary>
    private static IEnumerable<int> Sources(MachineDescription machine, RowDescription row) =>
        row.State >= 0
            ? [row.State]
            : Enumerable.Range(0, machine.States.Count).Where(state => machine.States[state].Parent < 0
                && !machine.Rows.Any(own => own.State == state && own.Event == row.Event && own.Guard is null));
}
