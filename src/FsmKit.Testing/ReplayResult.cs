namespace FsmKit.Testing;

/// <summary>What came of a replay.</summary>
public sealed record ReplayResult
{
    /// <summary>How many entries came as they were recorded, snapshots not counted.</summary>
    public required int Replayed { get; init; }

    /// <summary>The first difference; null when there is none.</summary>
    public required RecordingDifference? Difference { get; init; }

    /// <summary>Why the replay could not go on to the end of the recording, as an event could not be written; null when it could.</summary>
    public required string? Halt { get; init; }

    /// <summary>The gobj and its children at the end of the replay; null when no snapshot could be taken.</summary>
    public required MachineSnapshot? End { get; init; }

    /// <summary>What happened in the replay, event by event.</summary>
    public required Trace Trace { get; init; }

    /// <summary>Whether all of the recording came as it was recorded.</summary>
    public bool IsSame => Difference is null && Halt is null;

    /// <summary>The difference or the halt in words, with the last events before it.</summary>
    public override string ToString()
    {
        const int Last = 10;
        var end = Difference?.Message ?? Halt;
        return end is null ? $"{Replayed} entries came as they were recorded." : $"{end}\n\nThe last events of the replay:\n{new Trace([.. Trace.Steps.TakeLast(Last)])}\n";
    }
}
