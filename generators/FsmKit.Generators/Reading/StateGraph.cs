namespace FsmKit.Generators.Reading;

/// <summary>
/// Which leaf leads to which: by the rows that hold there, and by what hand-written code changes the state to. A guard can say either, and any event can come.
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

    /// <summary>Whether code changes the state to what is known at run time only: then each leaf may lead to each other one.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The leaves in which the machine can be.</summary>
    public HashSet<int> Reachable => field ??= Follow(_first, Start);

    /// <summary>Reads the graph; null when something in the table does not compile, so that a way could be missing, or when there are no states.</summary>
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

    /// <summary>The rows that can be taken in a leaf.</summary>
    public IReadOnlyList<RowSite> RowsOf(int leaf) => _rows[leaf];

    /// <summary>The leaves to which any way leads from a leaf, and the leaf itself.</summary>
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

    /// <summary>The leaf that is entered; of a history, the first time.</summary>
    private int FirstOf(int state) => _reading.Nesting.LeafOf(
        _reading.States[state].History is not { } history ? state
            : history.Default is { Index: >= 0 and var named } ? named
            : _reading.Nesting.StartOf(_reading.Nesting.ParentOf(state)));

    /// <summary>The leaves that a history can remember: each of them has been entered in another way before.</summary>
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
