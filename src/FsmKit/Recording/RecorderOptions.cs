namespace FsmKit;

/// <summary>How much a <see cref="Recorder"/> keeps, and where.</summary>
public sealed record RecorderOptions
{
    /// <summary>How many entries are kept in memory at most, snapshots included: the oldest are dropped up to a snapshot. 0 keeps none. Default 10,000.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>After how many entries a new snapshot is taken; 0 takes a quarter of <see cref="Capacity"/>, and 1,000 where that is 0. Default 0.</summary>
    public int SnapshotEvery { get; init; }

    /// <summary>The file to which everything is written as well, a line each; one that exists is replaced. Null writes none.</summary>
    public string? File { get; init; }

    /// <summary>
    /// Whether each entry is flushed to the file at once. Default false: what a cycle of the loop has recorded is flushed at the beginning of the next one.
    /// </summary>
    public bool FlushEachEntry { get; init; }

    internal int Interval => SnapshotEvery > 0 ? SnapshotEvery : Capacity > 0 ? Math.Max(1, Capacity / 4) : 1_000;
}
