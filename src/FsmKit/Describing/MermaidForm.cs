using System.Text;

namespace FsmKit;

/// <summary>Draws a machine in Mermaid's language. A composite is a box around the states inside.</summary>
internal static class MermaidForm
{
    public static string Of(MachineDescription machine)
    {
        var names = new MermaidNames(machine);
        var text = new StringBuilder("stateDiagram-v2\n");
        if (machine.Start >= 0)
        {
            Level(text, machine, names, -1, machine.Start, "    ");
        }

        foreach (var (from, to, label) in MermaidArrows.Of(machine))
        {
            text.Append("    ").Append(names[from]).Append(" --> ").Append(names[to]).Append(label.Length > 0 ? " : " : "").Append(label).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the start, the boxes and the ends of a level.</summary>
    private static void Level(StringBuilder text, MachineDescription machine, MermaidNames names, int parent, int start, string indent)
    {
        text.Append(indent).Append("[*] --> ").Append(names[start]).Append('\n');
        foreach (var index in machine.Inside(parent))
        {
            var state = machine.States[index];
            if (names.LabelOf(index) is { } label)
            {
                text.Append(indent).Append(names[index]).Append(" : ").Append(label).Append('\n');
            }
            else if (parent >= 0 && state.Start < 0)
            {
                text.Append(indent).Append(names[index]).Append('\n');
            }

            if (state.Start >= 0)
            {
                text.Append(indent).Append("state ").Append(names[index]).Append(" {\n");
                Level(text, machine, names, index, state.Start, indent + "    ");
                text.Append(indent).Append("}\n");
            }
            else if (state.Kind == StateKind.Final)
            {
                text.Append(indent).Append(names[index]).Append(" --> [*]\n");
            }
        }
    }
}
