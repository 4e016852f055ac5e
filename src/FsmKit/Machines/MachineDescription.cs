namespace FsmKit;

/// <summary>What a gclass is, as data: its states, events, rows and parameters. Tracing, tables and diagrams are made from it.</summary>
public sealed partial class MachineDescription
{
    /// <summary>The state of a gobj without a table.</summary>
    internal const string NoState = "None";

    /// <summary>The gclass's name.</summary>
    public required string Name { get; init; }

    /// <summary>The summary of the gclass, or an empty string.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How the gclass treats events that arrive while it is busy.</summary>
    public Reentrancy Reentrancy { get; init; }

    /// <summary>The states in the order of their indices, which is that of the source.</summary>
    public IReadOnlyList<StateDescription> States { get; init; } = [];

    /// <summary>
    /// The states in which a gobj can be, as indices: those without states inside, and no history. The first one is the initial state. They are in
    /// the order of the numbers that generated dispatch works with. Default: all of them, in the order of <see cref="States"/>.
    /// </summary>
    public IReadOnlyList<int> Leaves
    {
        get => field ??= [.. Enumerable.Range(0, States.Count).Where(index => States[index] is { Start: < 0, IsHistory: false })];
        init;
    }

    /// <summary>The declared input events in the order of their indices.</summary>
    public IReadOnlyList<EventDescription> Inputs { get; init; } = [];

    /// <summary>The declared output events.</summary>
    public IReadOnlyList<EventDescription> Outputs { get; init; } = [];

    /// <summary>The rows as they are written, state by state, those of the class at the end.</summary>
    public IReadOnlyList<RowDescription> Rows { get; init; } = [];

    /// <summary>The parameters that settings can write.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>The description of a gclass, without an instance of it.</summary>
    public static MachineDescription Of<T>()
        where T : IGClass => T.Description;

    /// <summary>Finds a parameter by name; case, underscores and hyphens do not matter (<c>n_gsocks</c> finds <c>NGsocks</c>).</summary>
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

    /// <summary>The name of the leaf that a transition to a state ends in.</summary>
    internal string LeafName(int state)
    {
        while (States[state].Start >= 0)
        {
            state = States[state].Start;
        }

        return States[state].Name;
    }
}
