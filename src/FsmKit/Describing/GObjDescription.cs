namespace FsmKit;

/// <summary>Description of a gobj at one moment. It refers to no gobj, so that it can be kept, compared and passed to another thread.</summary>
public sealed record GObjDescription
{
    /// <summary>Description of the gclass.</summary>
    public required MachineDescription Machine { get; init; }

    /// <summary>Name of the gobj, or an empty string.</summary>
    public required string Name { get; init; }

    /// <summary>Names from the root to the gobj, joined with dots, as in <see cref="GObj.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Gclass and name of each gobj from the root to this one, as in <see cref="GObj.FullName"/>.</summary>
    public required string FullName { get; init; }

    /// <summary>Whether the name is unique in the loop.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether the gobj is destroyed. A destroyed gobj accepts no events, and its parent is no longer in its path.</summary>
    public bool IsDestroyed { get; init; }

    /// <summary>Whether the machine is finished, see <see cref="GObj.IsFinished"/>.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Name of the current innermost state; <c>None</c> for a gobj without a table.</summary>
    public required string StateName { get; init; }

    /// <summary>Names of the current states, from the outermost to the innermost one; empty for a gobj without a table.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>
    /// For each state with a history (<see cref="HistoryAttribute"/>), in source order: the innermost state from which the gobj left it
    /// last. A state that was never left is not listed.
    /// </summary>
    public IReadOnlyList<HistoryDescription> History { get; init; } = [];

    /// <summary>Running timeouts, in the order in which they are due.</summary>
    public IReadOnlyList<TimeoutDescription> Timeouts { get; init; } = [];

    /// <summary>
    /// Running asynchronous work, the oldest first: the name of its method or, for work of an <c>Invoke</c> call, of its event of success.
    /// </summary>
    public IReadOnlyList<string> Invocations { get; init; } = [];

    /// <summary>
    /// Names of the events that the gobj keeps: events sent to itself, deferred events, events that wait until the gobj is free. Each group begins
    /// with the oldest.
    /// </summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>
    /// Rows that may take an event in the current state, for each event in the order in which they are tried, rows that ignore or defer the
    /// event included. A row whose guard has no parameters is listed only if the guard returns true now. An event that is not listed would
    /// be refused. Empty for a destroyed or finished gobj.
    /// </summary>
    public IReadOnlyList<PermittedEvent> Permitted { get; init; } = [];

    /// <summary>Subscriptions to the gobj's output events, in the order of the outputs and then of the subscriptions.</summary>
    public IReadOnlyList<SubscriptionDescription> Subscribers { get; init; } = [];

    /// <summary>Subscriptions of the gobj to events of other gobjs, the oldest first.</summary>
    public IReadOnlyList<SubscriptionDescription> Subscriptions { get; init; } = [];

    /// <summary>Parameters with their values: those of the gclass, then those of every gobj.</summary>
    public IReadOnlyList<ParameterValue> Parameters { get; init; } = [];

    /// <summary>Counters of the gclass.</summary>
    public IReadOnlyList<StatisticValue> Statistics { get; init; } = [];

    /// <summary>Number of children.</summary>
    public int ChildCount { get; init; }

    /// <summary>Descriptions of the children, the oldest first; empty unless <see cref="GObj.Describe"/> was called with <c>recursive</c>.</summary>
    public IReadOnlyList<GObjDescription> Children { get; init; } = [];

    /// <summary>Returns the description as text: one line per fact, indented below the line of its gobj.</summary>
    public string ToText() => GObjText.Of(this);

    /// <summary>Writes everything as JSON (RFC 8259), in the schema of <c>docs/describing.md</c>. Each gclass is written once.</summary>
    public string ToJson() => GObjJson.Of(this);

    /// <summary>Returns the full name and the state.</summary>
    public override string ToString() => $"{FullName} in {StateName}";
}
