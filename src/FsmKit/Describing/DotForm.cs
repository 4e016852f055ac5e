using System.Globalization;
using System.Text;

namespace FsmKit;

/// <summary>
/// Draws a machine in Graphviz's DOT language. A composite is a cluster with a point; arrows to and from its border begin and end at this point.
/// </summary>
internal static class DotForm
{
    public static string Of(MachineDescription machine)
    {
        var text = new StringBuilder("digraph ").Append(Quoted(machine.Name)).Append(" {\n");
        text.Append("    compound=true;\n    node [shape=box, style=rounded];\n");
        if (machine.Start >= 0)
        {
            Level(text, machine, -1, machine.Start, "    ");
        }

        foreach (var row in machine.Rows.Where(static row => row.Next >= 0))
        {
            foreach (var state in Drawing.Sources(machine, row))
            {
                Arrow(text, machine, state, row.Next, Drawing.Label(row), "    ");
            }
        }

        return text.Append("}\n").ToString();
    }

    private static void Level(StringBuilder text, MachineDescription machine, int parent, int start, string indent)
    {
        text.Append(indent).Append(Point(machine, parent)).Append(" [shape=point, label=\"\"];\n");
        foreach (var index in machine.Inside(parent))
        {
            var state = machine.States[index];
            if (state.Start >= 0)
            {
                text.Append(indent).Append("subgraph ").Append(Cluster(index)).Append(" {\n");
                text.Append(indent).Append("    label=").Append(Quoted(Box(state))).Append(";\n");
                text.Append(indent).Append("    style=rounded;\n");
                Level(text, machine, index, state.Start, indent + "    ");
                text.Append(indent).Append("}\n");
            }
            else
            {
                text.Append(indent).Append(Quoted(state.Name)).Append(state.Kind switch
                {
                    StateKind.Final => " [peripheries=2]",
                    StateKind.History or StateKind.DeepHistory => $" [shape=circle, label={Quoted(Drawing.Sign(state.Kind))}, xlabel={Quoted(state.Name)}]",
                    _ => Box(state) == state.Name ? "" : $" [label={Quoted(Box(state))}]",
                }).Append(";\n");
            }

            if (state is { IsHistory: true, Default: >= 0 and var next })
            {
                Arrow(text, machine, index, next, "", indent);
            }
        }

        text.Append(indent).Append(Point(machine, parent)).Append(" -> ").Append(End(machine, start)).Append(Border(machine, parent, start, null)).Append(";\n");
    }

    private static void Arrow(StringBuilder text, MachineDescription machine, int from, int to, string label, string indent)
    {
        text.Append(indent).Append(End(machine, from)).Append(" -> ").Append(End(machine, to)).Append(Border(machine, from, to, label)).Append(";\n");
    }

    /// <summary>
    /// Returns the attributes of an arrow. An arrow ends at the border of a composite, unless its other end is inside the composite.
    /// </summary>
    private static string Border(MachineDescription machine, int from, int to, string? label)
    {
        var attributes = new List<string>();
        if (label is { Length: > 0 })
        {
            attributes.Add("label=" + Quoted(label));
        }

        if (from >= 0 && machine.States[from].Start >= 0 && from != to && !machine.IsInside(to, from))
        {
            attributes.Add("ltail=" + Cluster(from));
        }

        if (machine.States[to].Start >= 0 && from != to && !(from >= 0 && machine.IsInside(from, to)))
        {
            attributes.Add("lhead=" + Cluster(to));
        }

        return attributes.Count == 0 ? "" : $" [{string.Join(", ", attributes)}]";
    }

    /// <summary>Returns the text of a state's box: its name, entry actions, asynchronous work and exit actions.</summary>
    private static string Box(StateDescription state) => string.Join(
        '\n', [state.Name, .. state.Enter.Select(static action => "enter / " + action), .. state.Invocations.Select(static work => "invoke / " + work.Work), .. state.Exit.Select(static action => "exit / " + action)]);

    private static string End(MachineDescription machine, int state) => machine.States[state].Start >= 0 ? Point(machine, state) : Quoted(machine.States[state].Name);

    /// <summary>Returns the name of the start point of a level, which is no C# identifier and so no state name.</summary>
    private static string Point(MachineDescription machine, int composite) => Quoted(composite < 0 ? "[*]" : $"[*] {machine.States[composite].Name}");

    private static string Cluster(int state) => "cluster_" + state.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a quoted DOT string, with escaped backslashes, quotes and line breaks.</summary>
    private static string Quoted(string text) =>
        '"' + text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal) + '"';
}
