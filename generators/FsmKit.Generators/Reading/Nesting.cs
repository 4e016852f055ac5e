namespace FsmKit.Generators.Reading;

/// <summary>Finds the nesting of the states, and the first state of each level.</summary>
internal sealed class Nesting
{
    private readonly IReadOnlyList<StateSite> _states;
    private readonly int[] _parents;

    public Nesting(IReadOnlyList<StateSite> states)
    {
        _states = states;
        _parents = [.. states.Select(state => IsInItself(state) ? -1 : Around(state))];
    }

    /// <summary>
    /// Returns the index of the state around a state; -1 at the top. States in a circle count as at the top, because none of them is
    /// outermost.
    /// </summary>
    public int ParentOf(int state) => _parents[state];

    /// <summary>Whether a state has states inside. Histories do not count.</summary>
    public bool IsComposite(int state) => Level(state).Any();

    /// <summary>Returns the states of a level without histories, in source order; -1 is the top.</summary>
    public IEnumerable<StateSite> Level(int parent) => _states.Where(state => _parents[state.Index] == parent && state.History is null);

    /// <summary>Returns the state of a level that is entered first: the one marked so, otherwise the first; -1 without states.</summary>
    public int StartOf(int parent) =>
        (Level(parent).FirstOrDefault(static state => state.Initial is not null) ?? Level(parent).FirstOrDefault())?.Index ?? -1;

    /// <summary>Returns the index of the leaf that a transition to the state enters.</summary>
    public int LeafOf(int state)
    {
        while (IsComposite(state))
        {
            state = StartOf(state);
        }

        return state;
    }

    /// <summary>Returns the state and all states around it, innermost first.</summary>
    public IEnumerable<StateSite> PathOf(StateSite state)
    {
        for (var index = state.Index; index >= 0; index = _parents[index])
        {
            yield return _states[index];
        }
    }

    /// <summary>Whether the states around a state include the state itself.</summary>
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

    /// <summary>Returns the state around a state as written. A history has no states inside.</summary>
    private int Around(StateSite state) => state.Inside is { Index: >= 0 and var index } && index < _states.Count && _states[index].History is null ? index : -1;
}
