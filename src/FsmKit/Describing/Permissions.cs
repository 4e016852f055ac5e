namespace FsmKit;

/// <summary>
/// Finds the rows that would take an event in the current leaf, in the order of dispatch: from the leaf outwards to the class. A row without a guard,
/// or whose guard returns true, ends the search.
/// </summary>
internal static class Permissions
{
    public static IEnumerable<PermittedEvent> Of(GObj gobj, int leaf)
    {
        var machine = gobj.Machine;
        int[] levels = [.. machine.PathOf(leaf).Reverse(), -1];
        return machine.Inputs.Select(static input => input.Name).Distinct(StringComparer.Ordinal).SelectMany(e => Of(gobj, levels, e));
    }

    private static IEnumerable<PermittedEvent> Of(GObj gobj, int[] levels, string e)
    {
        var machine = gobj.Machine;
        foreach (var index in levels.SelectMany(level => RowsOf(machine, level, e)))
        {
            var row = machine.Rows[index];
            var says = row.Guard is null ? true : gobj.Ask(index);
            if (says != false && row.Answer != Answer.Refuse)
            {
                yield return new PermittedEvent(e, row.Answer, says is null ? row.Guard : null, row.Next < 0 ? null : machine.States[row.Next].Name);
            }

            if (says == true)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<int> RowsOf(MachineDescription machine, int state, string e) =>
        Enumerable.Range(0, machine.Rows.Count).Where(index => machine.Rows[index] is { IsOfInput: true } row && row.State == state && row.Event == e);
}
