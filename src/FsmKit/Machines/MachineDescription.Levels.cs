namespace FsmKit;

/// <content>Which states are inside which, and which rows are whose.</content>
public sealed partial class MachineDescription
{
    /// <summary>The state at the top that is entered first; -1 of a machine without states.</summary>
    internal int Start => Leaves.Count == 0 ? -1 : PathOf(Leaves[0])[0];

    /// <summary>Whether rows stand on the class.</summary>
    internal bool HasClassRows => Rows.Any(static row => row.State < 0);

    /// <summary>The states directly inside of one, in source order; of -1 those at the top.</summary>
    internal IEnumerable<int> Inside(int state) => Enumerable.Range(0, States.Count).Where(index => States[index].Parent == state);

    /// <summary>All states, each before those inside of it, in source order.</summary>
    internal IEnumerable<int> DepthFirst(int state = -1) => Inside(state).SelectMany(inside => DepthFirst(inside).Prepend(inside));

    /// <summary>A state and all around it, outermost first.</summary>
    internal IReadOnlyList<int> PathOf(int state)
    {
        var path = new List<int>();
        for (var at = state; at >= 0; at = States[at].Parent)
        {
            path.Insert(0, at);
        }

        return path;
    }

    /// <summary>Whether a state is inside another one, directly or not, and not that one itself.</summary>
    internal bool IsInside(int state, int composite) => state != composite && PathOf(state).Contains(composite);

    /// <summary>The rows of a state, as they are written; of -1 those of the class.</summary>
    internal IEnumerable<RowDescription> RowsOf(int state) => Rows.Where(row => row.State == state);

    /// <summary>The timeouts of a state.</summary>
    internal IReadOnlyList<RowDescription> TimeoutsOf(int state) => [.. RowsOf(state).Where(static row => row.IsTimeout)];

    /// <summary>Where a history leads while its composite was never left.</summary>
    internal int DefaultOf(int history) => States[history] switch
    {
        { Default: >= 0 and var state } => state,
        { Parent: >= 0 and var composite } => States[composite].Start,
        _ => Start,
    };

    /// <summary>The name of an input, different from that of every other one.</summary>
    internal string InputName(int input)
    {
        var name = Inputs[input].Name;
        var before = Inputs.Take(input).Count(other => other.Name == name);
        return before == 0 ? name : $"{name}#{before + 1}";
    }
}
