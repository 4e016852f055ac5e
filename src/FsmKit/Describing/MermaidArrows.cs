namespace FsmKit;

/// <summary>
/// Arrows of a Mermaid diagram. Mermaid draws no arrow between a composite and itself or a state inside: such arrows begin in the states inside that
/// inherit the row, and end in the state that is entered. Of several arrows from a state to itself, Mermaid shows only one: these are merged into one
/// arrow with one line for each.
/// </summary>
internal static class MermaidArrows
{
    public static IEnumerable<(int From, int To, string Label)> Of(MachineDescription machine)
    {
        var arrows = Defaults(machine).Concat(machine.Rows.Where(static row => row.Next >= 0).SelectMany(row => Of(machine, row))).ToList();
        var loops = arrows.Where(static arrow => arrow.From == arrow.To).ToLookup(static arrow => arrow.From, static arrow => arrow.Label);
        foreach (var arrow in arrows)
        {
            if (arrow.From != arrow.To)
            {
                yield return arrow;
            }
            else if (ReferenceEquals(loops[arrow.From].First(), arrow.Label))
            {
                yield return arrow with { Label = string.Join("<br>", loops[arrow.From]) };
            }
        }
    }

    /// <summary>Returns an arrow from each history with a default to that default.</summary>
    private static IEnumerable<(int From, int To, string Label)> Defaults(MachineDescription machine) =>
        Enumerable.Range(0, machine.States.Count).Where(state => machine.States[state] is { IsHistory: true, Default: >= 0 })
            .Select(state => (state, machine.States[state].Default, ""));

    private static IEnumerable<(int From, int To, string Label)> Of(MachineDescription machine, RowDescription row)
    {
        var label = MermaidNames.Escaped(Drawing.Label(row));
        return Drawing.Sources(machine, row).SelectMany(state => Ends(machine, row, state, row.Next)).Select(ends => (ends.From, ends.To, label));
    }

    private static IEnumerable<(int From, int To)> Ends(MachineDescription machine, RowDescription row, int from, int to)
    {
        if (from == to || machine.IsInside(from, to))
        {
            to = LeafOf(machine, to);
        }

        return machine.States[from].Start >= 0 && machine.IsInside(to, from)
            ? Drawing.Heirs(machine, row, from).SelectMany(inside => Ends(machine, row, inside, to))
            : [(from, to)];
    }

    private static int LeafOf(MachineDescription machine, int state) =>
        machine.States[state].Start is >= 0 and var start ? LeafOf(machine, start) : state;
}
