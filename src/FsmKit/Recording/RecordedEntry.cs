using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>An event in a recording, with what it led to; or a snapshot.</summary>
public sealed record RecordedEntry
{
    private List<RecordedEntry>? _inside;

    /// <summary>Why it happened.</summary>
    public RecordedKind Kind { get; init; }

    /// <summary>Its number, from 1 on; of a snapshot that of the entry before it; 0 of what is inside of another entry.</summary>
    public long Number { get; init; }

    /// <summary>When, since the loop was made, by a clock that never goes back; zero of what is inside of another entry.</summary>
    public TimeSpan At { get; init; }

    /// <summary>
    /// To when the loop had fired all its timers for certain, on the clock of <see cref="At"/>: a loop that is late takes posts first, so a timeout that was due since may have been stopped
    /// before it came. Zero of what is inside of another entry.
    /// </summary>
    public TimeSpan Looked { get; init; }

    /// <summary>The gobj that got the event: the names below the recorded gobj, which is an empty text itself.</summary>
    public string Target { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the event; of a timeout of a state its length, as in <c>After(2000)</c>; empty of a snapshot.</summary>
    public string Event { get; init => field = value ?? ""; } = "";

    /// <summary>The event itself; null where it has no members, where a replay makes it by itself, and where it is <see cref="Lost"/>.</summary>
    public SnapshotValue? Value { get; init; }

    /// <summary>Why the event could not be written, so that no replay goes beyond it; null when it could.</summary>
    public string? Lost { get; init; }

    /// <summary>Who sent it, where the loop knows: a gobj outside. Null of anything else.</summary>
    public string? Source { get; init; }

    /// <summary>Which work has ended: the name of its method, or <c>Invoke</c> with the event of success; null of anything else.</summary>
    public string? Work { get; init; }

    /// <summary>Which timeout of the state was due, as the runtime counts them; null of anything else.</summary>
    public int? Timer { get; init; }

    /// <summary>For when the timeout was due, on the clock of <see cref="At"/>; null of anything else.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>The state in which it came.</summary>
    public string Before { get; init => field = value ?? ""; } = "";

    /// <summary>The state after it, and after all that it led to.</summary>
    [JsonInclude]
    public string After { get; internal set => field = value ?? ""; } = "";

    /// <summary>What became of it.</summary>
    [JsonInclude]
    public Outcome Outcome { get; internal set; }

    /// <summary>The exception that left the row, with its message; null when none did.</summary>
    [JsonInclude]
    public string? Fault { get; internal set; }

    /// <summary>The events that came while it was handled, in their order; null without any.</summary>
    public IReadOnlyList<RecordedEntry>? Inside { get => _inside; init => _inside = value is null ? null : [.. value]; }

    /// <summary>The recorded gobj and its children between two entries; null of an event.</summary>
    public MachineSnapshot? Snapshot { get; init; }

    internal void Add(RecordedEntry inside) => (_inside ??= []).Add(inside);
}
