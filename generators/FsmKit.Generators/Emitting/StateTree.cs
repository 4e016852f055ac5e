using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Nesting of the states. Leaves are numbered depth first, the start of each level before the others. So the machine begins in leaf 0, and
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
    /// <param name="states">All states, in source order.</param>
    /// <param name="start">Index of the state at the top in which the machine begins.</param>
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

    /// <summary>Maximum number of nested states; 1 for a flat machine, 0 without states.</summary>
    public int Depth { get; private set; }

    /// <summary>Returns the first and the last leaf inside a state; for a leaf, both are the leaf itself.</summary>
    public (int First, int Last) RangeOf(int state) => _ranges[state];

    /// <summary>Returns the number of the leaf that a transition to a state enters.</summary>
    public int LeafOf(int state)
    {
        while (_states[state].Start != state)
        {
            state = _states[state].Start;
        }

        return _ranges[state].First;
    }

    /// <summary>Returns a state and all states around it, outermost first.</summary>
    public IReadOnlyList<int> PathOf(int state) => _paths[state];

    /// <summary>Returns a leaf and all states around it, outermost first.</summary>
    public IReadOnlyList<int> PathOfLeaf(int leaf) => _paths[_leaves[leaf]];

    /// <summary>
    /// Returns the number of states that a transition keeps, counted from the outermost (the transition domain of SCXML). These are the
    /// states that properly contain both the scope of the row and its target. The scope itself stays, too, when the target is inside it and
    /// the row does not reenter it.
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
    /// Returns the possible targets of a history: ranges of leaves that were left last, and the state that each range leads to. The leaves
    /// of a range are neighbours.
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
