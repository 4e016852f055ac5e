using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>A timeout in a snapshot: of a state, or named by its event.</summary>
public sealed record TimeoutSnapshot
{
    /// <summary>What is left of its time. Below zero it is overdue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TimeSpan Left { get; init; }

    /// <summary>The state whose <c>[After]</c> or <c>[Idle]</c> it is; null of a named one.</summary>
    public string? State { get; init; }

    /// <summary>Which of the timeouts of <see cref="State"/> it is, from 0 on, in the order in which they are written.</summary>
    public int Number { get; init; }

    /// <summary>The event of a named timeout; null of a state's.</summary>
    public string? Event { get; init; }

    /// <summary>The event itself; null where it has no members.</summary>
    public SnapshotValue? Value { get; init; }

    /// <summary>The time between two of a named timeout that comes again and again; zero when it comes once.</summary>
    public TimeSpan Period { get; init; }
}
