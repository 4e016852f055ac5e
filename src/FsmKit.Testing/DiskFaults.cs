namespace FsmKit.Testing;

/// <summary>Simulated failures of a <see cref="Disk"/>. Probabilities go from 0 (never) to 1 (always).</summary>
public sealed record DiskFaults
{
    /// <summary>No faults: a crash keeps all writes.</summary>
    public static DiskFaults None { get; } = new();

    /// <summary>Whether a crash can lose writes that were not flushed, each independently. Default false.</summary>
    public bool LosesUnflushed { get; init; }

    /// <summary>Whether a crash can keep only the beginning of a write that was not flushed. Default false.</summary>
    public bool TearsWrites { get; init; }

    /// <summary>Probability that a write fails with an <see cref="IOException"/> and writes nothing. Default 0.</summary>
    public double WriteFailures { get; init; }

    /// <summary>
    /// Whether a write that fails may write its beginning: as much as fits on a full disk, otherwise a part that the simulation chooses.
    /// Default false.
    /// </summary>
    public bool WritesPartly { get; init; }

    /// <summary>
    /// Maximum length of all files together, in bytes; a write beyond fails with an <see cref="IOException"/>. Default: no limit.
    /// </summary>
    public long Capacity { get; init; } = long.MaxValue;

    /// <summary>
    /// Maximum duration of an asynchronous read, write or flush, in the time of <see cref="World.Time"/>; the simulation chooses each
    /// duration. Synchronous calls take no time. Default zero.
    /// </summary>
    public TimeSpan MaxDelay { get; init; }
}
