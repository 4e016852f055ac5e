namespace FsmKit.Generators.Reading;

/// <summary>Finds out which states are inside which, and which of each level is entered first.</summary>
internal sealed class Nesting
{
    private readonly IReadOnlyList<StateSite> _states;
    private readonly int[] _parents;

    public Nesting(IReadOnlyList<StateSite> states)
    {
        _states = states;
        _parents = [.. states.Select(state => IsInItself(state) ? -1 : Around(state))];
    }

    /// <summary>Index of the state around a state, or -1 at the top. States in a circle are at the top: none of them is outermost.</summary>
    public int ParentOf(int state) => _parents[state];

    /// <summary>Whether a state has states inside; a history is none.</summary>
    public bool IsComposite(int state) => Level(state).Any();

    /// <summary>The states of a level without its histories, in source order; -1 is the top.</summary>
    public IEnumerable<StateSite> Level(int parent) => _states.Where(state => _parents[state.Index] == parent && state.History is null);

    /// <summary>The state of a level that is entered first: the one that says so, else the first; -1 when there is none.</summary>
    public int StartOf(int parent) =>
        (Level(parent).FirstOrDefault(static state => state.Initial is not null) ?? Level(parent).FirstOrDefault())?.Index ?? -1;

    /// <summary>Index of the leaf that a transition to the state enters.</summary>
    public int LeafOf(int state)
    {
        while (IsComposite(state))
        {
            state = StartOf(state);
        }

        return state;
    }

    /// <summary>The state and all around it, innermost first.</summary>
    public IEnumerable<StateSite> PathOf(StateSite state)
    {
        for (var index = state.Index; index >= 0; index = _parents[index])
        {
            yield return _states[index];
        }
    }

    /// <summary>Tells whether the way outwards from a state comes back to the state.</summary>
    public bool IsInItself(StateSite state)
    {
        var index = Around(state);
        for (var steps = 0; index >= 0 && steps < _states.Count; steps++)
        {
            if (index == state.Index)
            {
                return true;
            }

            index = Around(_states[index]);
        }

        return false;
    }

    /// <summary>A history has nothing inside.</summary>
    private int Around(StateSite state) => state.Inside is { Index: >= 0 and var index } && index < _states.Count && _states[index].History is null ? index : -1;
}
