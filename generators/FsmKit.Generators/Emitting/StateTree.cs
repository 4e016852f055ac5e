using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Which states are inside which. Leaves are numbered depth first, the start of each level before the others: so the machine begins in leaf 0, and
/// the leaves of a composite are neighbours.
/// </summary>
internal sealed class StateTree
{
    private readonly IReadOnlyList<StateModel> _states;
    private readonly int _start;
    private readonly List<int> _leaves = [];
    private readonly (int First, int Last)[] _ranges;
    private readonly int[][] _paths;

    /// <summary>Orders the states.</summary>
    /// <param name="states">All of them, in source order.</param>
    /// <param name="start">Index of the one at the top in which the machine begins.</param>
    public StateTree(IReadOnlyList<StateModel> states, int start)
    {
        _states = states;
        _start = start;
        _ranges = new (int, int)[states.Count];
        _paths = new int[states.Count][];
        Number(Order(-1), []);
    }

    /// <summary>The leaves, as indices of states, in the order of their numbers.</summary>
    public IReadOnlyList<int> Leaves => _leaves;

    /// <summary>Whether each member is a leaf whose number is its index.</summary>
    public bool IsInOrder => _leaves.Count == _states.Count && _leaves.Select(static (state, leaf) => state == leaf).All(static same => same);

    /// <summary>How many states are around and inside each other at most; 1 of a flat machine, 0 of one without states.</summary>
    public int Depth { get; private set; }

    /// <summary>The first and the last leaf of a state; both are the leaf's own.</summary>
    public (int First, int Last) RangeOf(int state) => _ranges[state];

    /// <summary>The number of the leaf that a transition to a state leads to.</summary>
    public int LeafOf(int state)
    {
        while (_states[state].Start != state)
        {
            state = _states[state].Start;
        }

        return _ranges[state].First;
    }

    /// <summary>A state and all around it, outermost first.</summary>
    public IReadOnlyList<int> PathOf(int state) => _paths[state];

    /// <summary>The leaf and all around it, outermost first.</summary>
    public IReadOnlyList<int> PathOfLeaf(int leaf) => _paths[_leaves[leaf]];

    /// <summary>
    /// How many of the states around a transition stay, counted from the outermost (SCXML's transition domain). Those are the states that
    /// contain the row's scope and the target, both properly; and the scope itself when the target is inside it, unless the row reenters it.
    /// </summary>
    public int Kept(int scope, int target, bool reenters)
    {
        if (scope == RowModel.GClass)
        {
            return 0;
        }

        var (from, to) = (_paths[scope], _paths[target]);
        var kept = 0;
        while (kept < from.Length && kept < to.Length && from[kept] == to[kept])
        {
            kept++;
        }

        var isInside = kept == from.Length && to.Length > from.Length;
        return isInside && !reenters ? kept : Math.Min(kept, Math.Min(from.Length, to.Length) - 1);
    }

    /// <summary>
    /// Where a history can lead: the leaves of which one was left last, as first and last number, and the state to which that leads. The leaves lie one
    /// after the other.
    /// </summary>
    public IEnumerable<(int First, int Last, int Target)> ChoicesOf(int history)
    {
        var parent = _states[history].Parent;
        if (parent < 0)
        {
            return [];
        }

        var states = _states[history].Kind == StateKind.DeepHistory
            ? _leaves.Where(leaf => Array.IndexOf(_paths[leaf], parent) >= 0)
            : Order(parent);
        return states.Select(state => (_ranges[state].First, _ranges[state].Last, state));
    }

    private IEnumerable<int> Order(int parent)
    {
        var start = parent < 0 ? _start : _states[parent].Start;
        return Enumerable.Range(0, _states.Count).Where(state => _states[state].Parent == parent && !_states[state].IsHistory).OrderByDescending(state => state == start);
    }

    private void Number(IEnumerable<int> states, int[] around)
    {
        foreach (var state in states)
        {
            int[] path = [.. around, state];
            _paths[state] = path;
            Depth = Math.Max(Depth, path.Length);
            var first = _leaves.Count;
            if (_states[state].Start == state)
            {
                _leaves.Add(state);
            }
            else
            {
                Number(Order(state), path);
            }

            _ranges[state] = (first, _leaves.Count - 1);
        }
    }
}
