namespace FsmKit.Generators.Reading;

/// <summary>
/// Graph of the leaves: transitions by rows that hold in a leaf, and by calls of ChangeState. Each guard may say yes or no, and any event
/// may come.
/// </summary>
internal sealed class StateGraph
{
    private readonly MachineReading _reading;
    private readonly Dictionary<int, HashSet<int>> _next = [];
    private readonly Dictionary<int, HashSet<int>> _first = [];
    private readonly Dictionary<int, IReadOnlyList<RowSite>> _rows = [];

    private StateGraph(MachineReading reading) => _reading = reading;

    /// <summary>The leaves, in source order.</summary>
    public IReadOnlyList<StateSite> Leaves { get; private init; } = [];

    /// <summary>Index of the leaf in which the machine begins.</summary>
    public int Start { get; private init; }

    /// <summary>Whether code changes to a state that is known only at run time. Each leaf may then lead to each other one.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The leaves that the machine can reach.</summary>
    public HashSet<int> Reachable => field ??= Follow(_first, Start);

    /// <summary>
    /// Creates the graph. Null without states, or when a part of the table does not compile, so that a transition could be missing.
    /// </summary>
    public static StateGraph? Of(MachineReading reading)
    {
        var leaves = reading.States.Where(state => state.History is null && !reading.Nesting.IsComposite(state.Index)).ToList();
        if (leaves.Count == 0 || reading.Rows.Any(static row => row.IsUnread || row.Next is { Index: < 0 }) || reading.States.Any(reading.Nesting.IsInItself))
        {
            return null;
        }

        var changed = ChangedStates.Of(reading);
        var changes = changed ?? leaves.Select(static state => state.Index).ToList();
        var graph = new StateGraph(reading) { Leaves = leaves, Start = reading.Nesting.LeafOf(reading.Nesting.StartOf(-1)), IsOpen = changed is null };
        foreach (var leaf in leaves)
        {
            graph._rows.Add(leaf.Index, [.. EffectiveRows.Of(reading, leaf)]);
            var targets = graph._rows[leaf.Index].Where(static row => row.Next is not null).Select(static row => row.Next!.Index)
                .Concat(EffectiveRows.IsEnd(reading, leaf) ? [] : changes).Distinct().ToList();
            var first = graph._first[leaf.Index] = [.. targets.Select(graph.FirstOf)];
            graph._next.Add(leaf.Index, [.. first, .. targets.SelectMany(graph.RememberedOf)]);
        }

        return graph;
    }

    /// <summary>Returns the rows that hold in a leaf.</summary>
    public IReadOnlyList<RowSite> RowsOf(int leaf) => _rows[leaf];

    /// <summary>Returns the leaves that can be reached from a leaf, with the leaf itself.</summary>
    public HashSet<int> From(int leaf) => Follow(_next, leaf);

    private static HashSet<int> Follow(Dictionary<int, HashSet<int>> ways, int leaf)
    {
        var seen = new HashSet<int> { leaf };
        var open = new Stack<int>(seen);
        while (open.Count > 0)
        {
            foreach (var next in ways[open.Pop()])
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    /// <summary>Returns the leaf that is entered; for a history, the one before the first exit.</summary>
    private int FirstOf(int state) => _reading.Nesting.LeafOf(
        _reading.States[state].History is not { } history ? state
            : history.Default is { Index: >= 0 and var named } ? named
            : _reading.Nesting.StartOf(_reading.Nesting.ParentOf(state)));

    /// <summary>Returns the leaves that a history can remember. Each of them is entered in another way first.</summary>
    private IEnumerable<int> RememberedOf(int state)
    {
        if (_reading.States[state].History is not { } history)
        {
            return [];
        }

        var parent = _reading.Nesting.ParentOf(state);
        return history.IsDeep
            ? Leaves.Where(leaf => _reading.Nesting.PathOf(leaf).Any(around => around.Index == parent)).Select(static leaf => leaf.Index)
            : _reading.Nesting.Level(parent).Select(inside => _reading.Nesting.LeafOf(inside.Index));
    }
}
