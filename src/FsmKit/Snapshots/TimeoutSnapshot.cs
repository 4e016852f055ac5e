using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>Timeout in a snapshot: one of a state (<c>[After]</c>, <c>[Idle]</c>), or one that <c>StartTimer</c> has started.</summary>
public sealed record TimeoutSnapshot
{
    /// <summary>Remaining time. Below zero: overdue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TimeSpan Left { get; init; }

    /// <summary>Name of the state of an <c>[After]</c> or <c>[Idle]</c>; null for a timeout of <c>StartTimer</c>.</summary>
    public string? State { get; init; }

    /// <summary>Index of the timeout among those of <see cref="State"/>, from 0 on, in source order.</summary>
    public int Number { get; init; }

    /// <summary>Name of the event of a timeout of <c>StartTimer</c>; null for a timeout of a state.</summary>
    public string? Event { get; init; }

    /// <summary>Value of the event; null for an event without members.</summary>
    public SnapshotValue? Value { get; init; }

    /// <summary>Time between two deliveries of a periodic timeout; zero for a single delivery.</summary>
    public TimeSpan Period { get; init; }
}
