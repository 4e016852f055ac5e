namespace FsmKit;

/// <content>Nesting of states, and the rows of each state.</content>
public sealed partial class MachineDescription
{
    /// <summary>Index of the initial state at the top level; -1 for a machine without states.</summary>
    internal int Start => Leaves.Count == 0 ? -1 : PathOf(Leaves[0])[0];

    /// <summary>Whether the class has rows.</summary>
    internal bool HasClassRows => Rows.Any(static row => row.State < 0);

    /// <summary>States directly inside a state, in source order; for -1, the states at the top level.</summary>
    internal IEnumerable<int> Inside(int state) => Enumerable.Range(0, States.Count).Where(index => States[index].Parent == state);

    /// <summary>All states in source order, each before the states inside it.</summary>
    internal IEnumerable<int> DepthFirst(int state = -1) => Inside(state).SelectMany(inside => DepthFirst(inside).Prepend(inside));

    /// <summary>Path to a state: its surrounding states from the outermost inwards, then the state itself.</summary>
    internal IReadOnlyList<int> PathOf(int state)
    {
        var path = new List<int>();
        for (var at = state; at >= 0; at = States[at].Parent)
        {
            path.Insert(0, at);
        }

        return path;
    }

    /// <summary>Whether a state is inside a composite, directly or not. False for the composite itself.</summary>
    internal bool IsInside(int state, int composite) => state != composite && PathOf(state).Contains(composite);

    /// <summary>Rows of a state in source order; for -1, the rows of the class.</summary>
    internal IEnumerable<RowDescription> RowsOf(int state) => Rows.Where(row => row.State == state);

    /// <summary>Timeout rows of a state.</summary>
    internal IReadOnlyList<RowDescription> TimeoutsOf(int state) => [.. RowsOf(state).Where(static row => row.IsTimeout)];

    /// <summary>Target of a history while its composite has never been left.</summary>
    internal int DefaultOf(int history) => States[history] switch
    {
        { Default: >= 0 and var state } => state,
        { Parent: >= 0 and var composite } => States[composite].Start,
        _ => Start,
    };

    /// <summary>Unique name of an input.</summary>
    internal string InputName(int input)
    {
        var name = Inputs[input].Name;
        var before = Inputs.Take(input).Count(other => other.Name == name);
        return before == 0 ? name : $"{name}#{before + 1}";
    }
}
