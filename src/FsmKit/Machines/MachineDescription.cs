namespace FsmKit;

/// <summary>Description of a gclass: its states, events, rows and parameters. Traces, tables and diagrams are created from it.</summary>
public sealed partial class MachineDescription
{
    /// <summary>State name of a gobj without a table.</summary>
    internal const string NoState = "None";

    /// <summary>Name of the gclass.</summary>
    public required string Name { get; init; }

    /// <summary>Summary of the gclass, or an empty string.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Treatment of events that arrive while an action of the gobj is running.</summary>
    public Reentrancy Reentrancy { get; init; }

    /// <summary>States in the order of their indices, which is the source order.</summary>
    public IReadOnlyList<StateDescription> States { get; init; } = [];

    /// <summary>
    /// Indices of the leaves: the states without states inside, histories excluded. The first one is the initial state. The order is the order of the
    /// leaf numbers in generated dispatch. Default: all leaves, in the order of <see cref="States"/>.
    /// </summary>
    public IReadOnlyList<int> Leaves
    {
        get => field ??= [.. Enumerable.Range(0, States.Count).Where(index => States[index] is { Start: < 0, IsHistory: false })];
        init;
    }

    /// <summary>Declared input events in the order of their indices.</summary>
    public IReadOnlyList<EventDescription> Inputs { get; init; } = [];

    /// <summary>Declared output events.</summary>
    public IReadOnlyList<EventDescription> Outputs { get; init; } = [];

    /// <summary>Rows in source order, state by state; the rows of the class come last.</summary>
    public IReadOnlyList<RowDescription> Rows { get; init; } = [];

    /// <summary>
    /// Parameters of the gclass, without those that every gobj has. <see cref="ParameterDescription.IsText"/> tells whether settings can write one.
    /// </summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>Returns the description of a gclass, without an instance.</summary>
    public static MachineDescription Of<T>()
        where T : IGClass => T.Description;

    /// <summary>
    /// Finds a parameter by name. Case, underscores and hyphens are ignored (<c>n_gsocks</c> finds <c>NGsocks</c>). Returns null when there is none.
    /// </summary>
    public ParameterDescription? FindParameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (ParameterNames.Same(parameter.Name, name))
            {
                return parameter;
            }
        }

        return null;
    }

    internal string StateName(int leaf) => leaf < Leaves.Count ? States[Leaves[leaf]].Name : NoState;

    /// <summary>Name of the leaf in which a transition to a state ends.</summary>
    internal string LeafName(int state)
    {
        while (States[state].Start >= 0)
        {
            state = States[state].Start;
        }

        return States[state].Name;
    }
}
