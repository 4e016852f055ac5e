namespace FsmKit;

/// <summary>Writes a machine as a reviewed table, without summaries, which do not change its behaviour.</summary>
internal static class ReviewedForm
{
    public static string Of(MachineDescription machine) => ReviewedText.Of(
        machine.Name, machine.Reentrancy == Reentrancy.Nested, machine.Inputs.Select(static e => e.Name), machine.Outputs.Select(static e => e.Name), Lines(machine));

    private static IEnumerable<string[]> Lines(MachineDescription machine)
    {
        if (machine.Start >= 0)
        {
            yield return [ReviewedText.AnyState, ReviewedText.StartsIn, "", "", machine.States[machine.Start].Name];
        }

        foreach (var state in machine.DepthFirst())
        {
            var name = string.Join('.', machine.PathOf(state).Select(around => machine.States[around].Name));
            if (machine.States[state].Start >= 0)
            {
                yield return [name, ReviewedText.StartsIn, "", "", machine.States[machine.States[state].Start].Name];
            }

            // A state without rows of its own is in the table too.
            foreach (var cells in TableCells.Of(machine, state).DefaultIfEmpty(["", "", "", "", ""]))
            {
                yield return [name, .. cells.Skip(1)];
            }
        }

        foreach (var row in machine.RowsOf(-1))
        {
            yield return TableCells.Row(machine, row);
        }
    }
}
