namespace FsmKit.Testing;

/// <summary>Result of <see cref="Replaying.Replay"/>.</summary>
public sealed record ReplayResult
{
    /// <summary>Number of entries that came as they were recorded; snapshots are not counted.</summary>
    public required int Replayed { get; init; }

    /// <summary>The first difference; null without one.</summary>
    public required RecordingDifference? Difference { get; init; }

    /// <summary>
    /// The reason why the replay stopped early: an event was recorded by its name only (<see cref="RecordedEntry.LossReason"/>). Null when it
    /// reached the end or a difference.
    /// </summary>
    public required string? HaltReason { get; init; }

    /// <summary>Snapshot of the gobj and its children at the end of the replay; null when none could be taken.</summary>
    public required MachineSnapshot? End { get; init; }

    /// <summary>The events of the replay.</summary>
    public required Trace Trace { get; init; }

    /// <summary>Whether all entries came as they were recorded.</summary>
    public bool IsSame => Difference is null && HaltReason is null;

    /// <summary>Formats the difference or the reason of an early stop, with the last ten events before it.</summary>
    public override string ToString()
    {
        const int Last = 10;
        var end = Difference?.Message ?? HaltReason;
        return end is null ? $"{Replayed} entries came as they were recorded." : $"{end}\n\nThe last events of the replay:\n{new Trace([.. Trace.Steps.TakeLast(Last)])}\n";
    }
}
