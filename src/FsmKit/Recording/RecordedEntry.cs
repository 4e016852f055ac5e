using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>Entry of a recording: an event with its consequences, or a snapshot.</summary>
public sealed record RecordedEntry
{
    private List<RecordedEntry>? _inside;

    /// <summary>Cause of the entry.</summary>
    public RecordedKind Kind { get; init; }

    /// <summary>Number of the entry, from 1 on. A snapshot has the number of the entry before it; an entry inside another one has 0.</summary>
    public long Number { get; init; }

    /// <summary>Time since the creation of the loop, by a clock that never goes back; zero for an entry inside another one.</summary>
    public TimeSpan At { get; init; }

    /// <summary>
    /// Time up to which the loop had fired all due timers when the entry came, on the clock of <see cref="At"/>. A timer that became due after this
    /// time may still have been waiting, because a late loop delivers posts before timers. A replay therefore requires only timeouts that were due
    /// before this time. Zero for an entry inside another one.
    /// </summary>
    public TimeSpan Looked { get; init; }

    /// <summary>Path of the receiver below the recorded gobj; empty for the recorded gobj itself.</summary>
    public string Target { get; init => field = value ?? ""; } = "";

    /// <summary>Name of the event; for a state timeout its length, as in <c>After(2000)</c>; empty for a snapshot.</summary>
    public string Event { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Value of the event; null for an event without members, for an event that a replay creates itself, and for an event that is <see cref="Lost"/>.
    /// </summary>
    public SnapshotValue? Value { get; init; }

    /// <summary>Reason why the event could not be written; a replay ends there. Null if the event was written.</summary>
    public string? Lost { get; init; }

    /// <summary>Full name of a sender outside the recorded gobjs; null if unknown or for any other kind of entry.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the work that has ended: its method, or <c>Invoke</c> with the event of success. Null for any other kind of entry.</summary>
    public string? Work { get; init; }

    /// <summary>Number of the state timeout that was due, in the count of the runtime; null for any other kind of entry.</summary>
    public int? Timer { get; init; }

    /// <summary>Deadline of the timeout, on the clock of <see cref="At"/>; null for any other kind of entry.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>State before the event.</summary>
    public string Before { get; init => field = value ?? ""; } = "";

    /// <summary>State after the event and all its consequences.</summary>
    [JsonInclude]
    public string After { get; internal set => field = value ?? ""; } = "";

    /// <summary>Outcome of the event.</summary>
    [JsonInclude]
    public Outcome Outcome { get; internal set; }

    /// <summary>Type and message of the exception that left the row; null if there was none.</summary>
    [JsonInclude]
    public string? Fault { get; internal set; }

    /// <summary>Events that came while this one was handled, in order; null if there were none.</summary>
    public IReadOnlyList<RecordedEntry>? Inside { get => _inside; init => _inside = value is null ? null : [.. value]; }

    /// <summary>Snapshot of the recorded gobj and its children; null for an event.</summary>
    public MachineSnapshot? Snapshot { get; init; }

    internal void Add(RecordedEntry inside) => (_inside ??= []).Add(inside);
}
