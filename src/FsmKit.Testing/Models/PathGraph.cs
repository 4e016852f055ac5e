namespace FsmKit.Testing.Models;

/// <summary>Graph of the steps of a machine, in which each guard may say yes or no.</summary>
internal sealed class PathGraph(MachineTable table)
{
    private readonly MachineDescription _machine = table.Machine;
    private readonly List<int> _remembering = [.. table.Machine.States.Where(static state => state is { IsHistory: true, Parent: >= 0 }).Select(static state => state.Parent).Distinct()];

    public PathNode Start => new(0, new string('\0', _remembering.Count), IsThrough: true);

    /// <summary>Returns the possible steps, in the order of the table.</summary>
    public IEnumerable<(int Row, PathNode To)> StepsOf(PathNode node)
    {
        foreach (var row in RowsAt(node))
        {
            yield return (row, Take(node, row));
        }
    }

    private List<int> RowsAt(PathNode node)
    {
        var rows = new List<int>();
        if (table.IsEnd(node.Leaf))
        {
            return rows;
        }

        if (node.IsThrough)
        {
            rows.AddRange(table.Following(node.Leaf));
            if (table.IsLeftAtOnce(node.Leaf))
            {
                return rows;
            }
        }

        for (var input = 0; input < _machine.Inputs.Count; input++)
        {
            rows.AddRange(table.Candidates(node.Leaf, input));
        }

        rows.AddRange(table.Timeouts[node.Leaf]);
        return rows;
    }

    private PathNode Take(PathNode node, int index)
    {
        var row = _machine.Rows[index];
        var through = row.Answer is not (Answer.Ignore or Answer.Refuse or Answer.Defer);
        var (leaf, history) = row.Next < 0 ? (node.Leaf, node.History) : (Enter(node, row.Next), Remember(node, row));
        return new PathNode(leaf, history, through);
    }

    private int Enter(PathNode node, int state)
    {
        if (_machine.States[state] is { IsHistory: true, Kind: var kind, Parent: var composite })
        {
            var left = composite < 0 ? 0 : node.History[_remembering.IndexOf(composite)];
            state = left == 0 ? _machine.DefaultOf(state)
                : kind == StateKind.DeepHistory ? _machine.Leaves[left - 1]
                : _machine.PathOf(_machine.Leaves[left - 1]).First(inside => _machine.States[inside].Parent == composite);
        }

        while (_machine.States[state].Start >= 0)
        {
            state = _machine.States[state].Start;
        }

        return LeafNumber(state);
    }

    private int LeafNumber(int state)
    {
        var leaf = 0;
        while (_machine.Leaves[leaf] != state)
        {
            leaf++;
        }

        return leaf;
    }

    /// <summary>
    /// Updates the history: a composite that the row leaves remembers the leaf. The row leaves the composites that do not contain both
    /// ends.
    /// </summary>
    private string Remember(PathNode node, RowDescription row)
    {
        var leaf = _machine.Leaves[node.Leaf];
        var isLocal = row is { State: >= 0, Reenter: false } && _machine.IsInside(row.Next, row.State);
        return string.Concat(node.History.Select((left, place) =>
        {
            var composite = _remembering[place];
            var contains = _machine.IsInside(row.Next, composite) && !(row.Reenter && row.State == composite);
            var stays = contains || (isLocal && row.State == composite);
            return _machine.IsInside(leaf, composite) && !stays ? (char)(node.Leaf + 1) : left;
        }));
    }
}
