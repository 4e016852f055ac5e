namespace FsmKit;

/// <summary>Size and destination of the recording of a <see cref="Recorder"/>.</summary>
public sealed record RecorderOptions
{
    /// <summary>
    /// Maximum number of entries in memory, including snapshots. Beyond it, the oldest snapshot and the entries up to the next one are
    /// dropped. 0: no entries in memory. Default 10,000.
    /// </summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>
    /// Number of entries after which a new snapshot is taken. Default 0: a quarter of <see cref="Capacity"/>, or 1,000 if the capacity is 0.
    /// </summary>
    public int SnapshotEvery { get; init; }

    /// <summary>Path of a file to which each entry is also written, one line each. An existing file is replaced. Default null: no file.</summary>
    public string? File { get; init; }

    /// <summary>
    /// Whether each entry is flushed to the file at once. Default false: the entries of one turn of the loop are flushed at the beginning
    /// of the next turn.
    /// </summary>
    public bool FlushEachEntry { get; init; }

    internal int Interval => SnapshotEvery > 0 ? SnapshotEvery : Capacity > 0 ? Math.Max(1, Capacity / 4) : 1_000;
}
