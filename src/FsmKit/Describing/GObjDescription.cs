namespace FsmKit;

/// <summary>What a gobj is at one moment, as data. It holds no gobj: it can be kept, compared and handed to another thread.</summary>
public sealed record GObjDescription
{
    /// <summary>What its gclass is.</summary>
    public required MachineDescription Machine { get; init; }

    /// <summary>The name, or an empty string.</summary>
    public required string Name { get; init; }

    /// <summary>The names from the root to the gobj, as in <see cref="GObj.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Gclass and name of each gobj from the root to this one, as in <see cref="GObj.FullName"/>.</summary>
    public required string FullName { get; init; }

    /// <summary>Whether the gobj has its name to itself in its loop.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether the gobj is destroyed. Then it takes nothing, and its parent is not in its path any more.</summary>
    public bool IsDestroyed { get; init; }

    /// <summary>Whether the machine has come to its end, see <see cref="GObj.IsFinished"/>.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The current leaf, by name; <c>None</c> of a gobj without a table.</summary>
    public required string StateName { get; init; }

    /// <summary>The current leaf and the states around it, by name, outermost first; empty of a gobj without a table.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Where the composites that have a history were left last, in source order; those that were never left are not among them.</summary>
    public IReadOnlyList<HistoryDescription> History { get; init; } = [];

    /// <summary>The timeouts that run, the next one first.</summary>
    public IReadOnlyList<TimeoutDescription> Timeouts { get; init; } = [];

    /// <summary>
    /// The asynchronous work that is under way, the oldest first: the name of its method; of work that a call has started, the event of success.
    /// </summary>
    public IReadOnlyList<string> Invocations { get; init; } = [];

    /// <summary>
    /// The events that the gobj keeps, by name: what it has sent to itself, what is deferred, what waits until it has settled; each the oldest first.
    /// </summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>
    /// The rows that would take an event in the current leaf, each event's in the order in which they are tried. An event that is not among them would be
    /// refused.
    /// </summary>
    public IReadOnlyList<PermittedEvent> Permitted { get; init; } = [];

    /// <summary>The subscriptions to the gobj's output events, in the order of the outputs, and of their making.</summary>
    public IReadOnlyList<SubscriptionDescription> Subscribers { get; init; } = [];

    /// <summary>The subscriptions of the gobj to the events of others, in the order of their making.</summary>
    public IReadOnlyList<SubscriptionDescription> Subscriptions { get; init; } = [];

    /// <summary>The parameters with their values, those of the gclass first.</summary>
    public IReadOnlyList<ParameterValue> Parameters { get; init; } = [];

    /// <summary>What the gclass counts.</summary>
    public IReadOnlyList<StatisticValue> Statistics { get; init; } = [];

    /// <summary>How many children there are.</summary>
    public int ChildCount { get; init; }

    /// <summary>The children, the oldest first; empty when they were not asked for.</summary>
    public IReadOnlyList<GObjDescription> Children { get; init; } = [];

    /// <summary>Writes a line for each thing, indented under the gobj that has it.</summary>
    public string ToText() => GObjText.Of(this);

    /// <summary>Writes everything as JSON (RFC 8259), in the schema of <c>docs/describing.md</c>; each gclass once.</summary>
    public string ToJson() => GObjJson.Of(this);

    /// <summary>The full name and the state.</summary>
    public override string ToString() => $"{FullName} in {StateName}";
}
