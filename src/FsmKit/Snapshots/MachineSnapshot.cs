using System.Text.Json;

namespace FsmKit;

/// <summary>
/// A gobj between two transitions, as plain data: what <see cref="GObj.Snapshot"/> gives and <see cref="GObj.Restore{T}"/> takes. States, events and
/// members stand in it by name.
/// </summary>
/// <remarks>
/// What a text leaves out is empty, also where a reader hands over null for it.
/// <see cref="ToJson"/> and <see cref="FromJson"/> need no reflection. A JSON context of your own can list the type, and any serialiser that takes
/// records can store it.
/// </remarks>
public sealed partial record MachineSnapshot
{
    /// <summary>The name of the gclass.</summary>
    public required string GClass { get; init; }

    /// <summary>The version of the gclass, see <see cref="GClassAttribute.Version"/>.</summary>
    public required int Version { get; init; }

    /// <summary>The name of the gobj, or an empty string.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was taken, by <see cref="GAplicOptions.Time"/>.</summary>
    public DateTimeOffset Taken { get; init; }

    /// <summary>The current leaf.</summary>
    public required string State { get; init; }

    /// <summary>Whether the machine has come to its end, see <see cref="GObj.IsFinished"/>.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Whether the composite around the leaf is complete and its <c>[Done]</c> rows have not been asked yet.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>
    /// How many of the states around the leaf, and with it, the innermost ones, have not been entered although the machine is in them, so that their exit actions will not run:
    /// more than 0 only where entering ended early: the stack was used up, or entry actions changed the state without end.
    /// </summary>
    public int NotEntered { get; init; }

    /// <summary>Of each composite with a history that was left: the leaf that was left last.</summary>
    public IReadOnlyDictionary<string, string> History { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>The members with <see cref="KeptAttribute"/>, by name.</summary>
    public IReadOnlyDictionary<string, SnapshotValue> Kept { get; init => field = value ?? new Dictionary<string, SnapshotValue>(); } = new Dictionary<string, SnapshotValue>();

    /// <summary>The timeouts that run, in the order in which they are due.</summary>
    public IReadOnlyList<TimeoutSnapshot> Timeouts { get; init => field = value ?? []; } = [];

    /// <summary>The deferred events, the oldest first.</summary>
    public IReadOnlyList<EventSnapshot> Deferred { get; init => field = value ?? []; } = [];

    /// <summary>The events that were posted to the gobj and wait in its loop, the oldest first.</summary>
    public IReadOnlyList<EventSnapshot> Queued { get; init => field = value ?? []; } = [];

    /// <summary>The children, the oldest first; empty when they were not asked for. Those whose gclass has no version are left out.</summary>
    public IReadOnlyList<MachineSnapshot> Children { get; init => field = value ?? []; } = [];

    /// <summary>Writes everything as JSON (RFC 8259), in one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnapshotJson.Default.MachineSnapshot);

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    /// <exception cref="MachineSnapshotException">The text is no snapshot; the message says where it differs.</exception>
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
