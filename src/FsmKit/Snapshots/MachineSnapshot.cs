using System.Text.Json;

namespace FsmKit;

/// <summary>
/// Snapshot of a gobj between two transitions, as plain data. <see cref="GObj.Snapshot"/> creates it and <see cref="GObj.Restore{T}(MachineSnapshot, string, Action{T}, Naming)"/> restores it.
/// States, events and members are identified by name.
/// </summary>
/// <remarks>
/// A property that is missing in the JSON text, or is null, becomes empty. <see cref="ToJson"/> and <see cref="FromJson"/> need no reflection. To
/// store snapshots otherwise, list the type in a JSON context or use any serializer that supports records.
/// </remarks>
public sealed partial record MachineSnapshot
{
    /// <summary>Name of the gclass.</summary>
    public required string GClass { get; init; }

    /// <summary>Version of the gclass, see <see cref="GClassAttribute.Version"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Name of the gobj, or an empty string.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Time of the snapshot, UTC, by <see cref="GAplicOptions.Time"/>.</summary>
    public DateTimeOffset Taken { get; init; }

    /// <summary>Name of the current state; of nested states, the innermost one.</summary>
    public required string State { get; init; }

    /// <summary>Whether the machine is finished, see <see cref="GObj.IsFinished"/>.</summary>
    public bool IsFinished { get; init; }

    /// <summary>
    /// Whether the gobj has entered a <see cref="FinalAttribute"/> state inside another state, and the <see cref="DoneAttribute"/> rows of
    /// the outer state have not been checked yet.
    /// </summary>
    public bool IsCompleted { get; init; }

    /// <summary>
    /// Number of states in which the machine is but which it has not entered, counted from the innermost one outwards. The exit actions of
    /// these states will not run. More than 0 only if entering ended early: the stack was used up, or entry actions changed the state
    /// endlessly.
    /// </summary>
    public int NotEntered { get; init; }

    /// <summary>
    /// For each state with a history inside (<see cref="HistoryAttribute"/>), by its name: the innermost state in which it was left last. A
    /// state that was never left is not listed.
    /// </summary>
    public IReadOnlyDictionary<string, string> History { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>Values of the members with <see cref="KeptAttribute"/>, by name.</summary>
    public IReadOnlyDictionary<string, SnapshotValue> Kept { get; init => field = value ?? new Dictionary<string, SnapshotValue>(); } = new Dictionary<string, SnapshotValue>();

    /// <summary>Running timeouts, in the order in which they are due.</summary>
    public IReadOnlyList<TimeoutSnapshot> Timeouts { get; init => field = value ?? []; } = [];

    /// <summary>Deferred events, the oldest first.</summary>
    public IReadOnlyList<EventSnapshot> Deferred { get; init => field = value ?? []; } = [];

    /// <summary>Events that were posted to the gobj and wait in its loop, the oldest first.</summary>
    public IReadOnlyList<EventSnapshot> Queued { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Snapshots of the children, the oldest first; empty if they were not requested. A child whose gclass has no version is left out.
    /// </summary>
    public IReadOnlyList<MachineSnapshot> Children { get; init => field = value ?? []; } = [];

    /// <summary>Returns the snapshot as JSON (RFC 8259), in one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnapshotJson.Default.MachineSnapshot);

    /// <summary>Parses the text of <see cref="ToJson"/>.</summary>
    /// <exception cref="MachineSnapshotException">The text is no snapshot. The message gives the place of the error.</exception>
    public static MachineSnapshot FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, SnapshotJson.Default.MachineSnapshot) ?? throw new MachineSnapshotException("The text is no snapshot: it is null.");
        }
        catch (JsonException x)
        {
            throw new MachineSnapshotException($"The text is no snapshot, or it was cut off: {x.Message}", x);
        }
    }
}
