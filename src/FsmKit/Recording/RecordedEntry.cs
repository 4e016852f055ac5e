using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>Entry of a recording: an event with its consequences, or a snapshot.</summary>
public sealed record RecordedEntry
{
    private List<RecordedEntry>? _inside;

    /// <summary>Cause of the entry.</summary>
    public RecordedKind Kind { get; init; }

    /// <summary>
    /// Number of the entry, from 1 on. A snapshot has the number of the entry before it; an entry in <see cref="Inside"/> has 0.
    /// </summary>
    public long Number { get; init; }

    /// <summary>Time since the creation of the loop, by a clock that never goes back; zero for an entry in <see cref="Inside"/>.</summary>
    public TimeSpan At { get; init; }

    /// <summary>
    /// Time up to which the loop had surely fired all due timers when the event came, on the clock of <see cref="At"/>. A timer that became
    /// due later may not have fired yet, because a late loop delivers posted events first. A replay therefore requires only timeouts that
    /// were due before this time. Zero for a snapshot and for an entry in <see cref="Inside"/>.
    /// </summary>
    public TimeSpan TimersFiredUntil { get; init; }

    /// <summary>Path of the receiver below the recorded gobj, joined with slashes; empty for the recorded gobj itself.</summary>
    public string Target { get; init => field = value ?? ""; } = "";

    /// <summary>Name of the event; for the timeout of a state its length, as in <c>After(2000)</c>; empty for a snapshot.</summary>
    public string Event { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Value of the event; null for an event without members, for an event that a replay creates itself, and for an event with a
    /// <see cref="LossReason"/>.
    /// </summary>
    public SnapshotValue? Value { get; init; }

    /// <summary>Reason why the event could not be written as JSON; a replay ends at such an entry. Null for every other entry.</summary>
    public string? LossReason { get; init; }

    /// <summary>
    /// Full name of the sender of an event from outside (<see cref="RecordedKind.Event"/>); null if unknown, and for entries of another
    /// kind.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>
    /// Name of the asynchronous work that has ended: its method, or <c>Invoke</c> with the event of success. Null for an entry that is no
    /// <see cref="RecordedKind.Result"/>.
    /// </summary>
    public string? Work { get; init; }

    /// <summary>
    /// Index of the state timeout that was due, from 0 on, among the timeouts of all current states from the outermost inwards; null for
    /// every other entry.
    /// </summary>
    public int? Timer { get; init; }

    /// <summary>
    /// Time at which the timeout was due, on the clock of <see cref="At"/>; null for an entry that is no
    /// <see cref="RecordedKind.Timeout"/>.
    /// </summary>
    public TimeSpan? Due { get; init; }

    /// <summary>Name of the state before the event; empty for a snapshot.</summary>
    public string Before { get; init => field = value ?? ""; } = "";

    /// <summary>Name of the state after the event and all that came of it in the same call; empty for a snapshot.</summary>
    [JsonInclude]
    public string After { get; internal set => field = value ?? ""; } = "";

    /// <summary>Outcome of the event.</summary>
    [JsonInclude]
    public Outcome Outcome { get; internal set; }

    /// <summary>Type and message of the exception that the handling of the event has thrown; null if there was none.</summary>
    [JsonInclude]
    public string? Fault { get; internal set; }

    /// <summary>Events that came while this one was handled, in order; null if there were none.</summary>
    public IReadOnlyList<RecordedEntry>? Inside { get => _inside; init => _inside = value is null ? null : [.. value]; }

    /// <summary>Snapshot of the recorded gobj and its children; null for an event.</summary>
    public MachineSnapshot? Snapshot { get; init; }

    internal void Add(RecordedEntry inside) => (_inside ??= []).Add(inside);
}
