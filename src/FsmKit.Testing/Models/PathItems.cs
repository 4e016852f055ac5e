namespace FsmKit.Testing.Models;

/// <summary>Things that paths are to cover. A step covers at most one.</summary>
internal sealed class PathItems(MachineTable table, PathCover cover)
{
    private readonly MachineDescription _machine = table.Machine;

    /// <summary>Returns the thing that a step covers.</summary>
    public (int, int)? Of(int last, int leaf, int row, int next) => cover switch
    {
        PathCover.States => (next, 0),
        PathCover.Rows => (row, 0),
        PathCover.RowsInStates => (row, leaf),
        _ => last < 0 ? (-1, row) : (last, row),
    };

    /// <summary>
    /// Returns all things to cover. The possible pairs of rows are known only from the paths, so with pairs these are the rows.
    /// </summary>
    public IEnumerable<((int, int) Item, string Name)> All() => cover switch
    {
        PathCover.States => _machine.Leaves.Select((state, leaf) => ((leaf, 0), _machine.States[state].Name)),
        PathCover.RowsInStates => _machine.Leaves.SelectMany((state, leaf) => RowsIn(leaf).Select(row =>
            ((row, leaf), $"{_machine.States[state].Name}: {RowText.Of(_machine, _machine.Rows[row])}"))),
        _ => Enumerable.Range(0, _machine.Rows.Count).Select(row => ((row, 0), RowText.Of(_machine, row))),
    };

    private int[] RowsIn(int leaf) =>
        table.IsLeftAtOnce(leaf) ? table.Following(leaf).ToArray()
        : [.. Enumerable.Range(0, _machine.Inputs.Count).SelectMany(input => table.Candidates(leaf, input).ToArray()), .. table.Timeouts[leaf], .. table.Following(leaf)];
}
