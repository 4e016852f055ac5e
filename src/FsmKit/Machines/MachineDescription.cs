namespace FsmKit;

/// <summary>What a gclass is, as data: its states, events, rows and parameters. Tracing, tables and diagrams are made from it.</summary>
public sealed class MachineDescription
{
    /// <summary>The gclass's name.</summary>
    public required string Name { get; init; }

    /// <summary>The summary of the gclass, or an empty string.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How the gclass treats events that arrive while it is busy.</summary>
    public Reentrancy Reentrancy { get; init; }

    /// <summary>The states in the order of their indices; the first one is the initial state.</summary>
    public IReadOnlyList<StateDescription> States { get; init; } = [];

    /// <summary>The declared input events in the order of their indices.</summary>
    public IReadOnlyList<EventDescription> Inputs { get; init; } = [];

    /// <summary>The declared output events.</summary>
    public IReadOnlyList<EventDescription> Outputs { get; init; } = [];

    /// <summary>The rows of all states, those of the class written out for each state where they hold.</summary>
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

    internal string StateName(int state) => state < States.Count ? States[state].Name : "None";
}
