namespace FsmKit.Testing;

/// <summary>What goes wrong with a <see cref="Disk"/>. Probabilities go from 0 (never) to 1 (always).</summary>
public sealed record DiskFaults
{
    /// <summary>Nothing goes wrong: what was written is there after a crash.</summary>
    public static DiskFaults None { get; } = new();

    /// <summary>Whether a crash can lose writes that were not flushed, each by itself.</summary>
    public bool LosesUnflushed { get; init; }

    /// <summary>Whether a crash can leave the beginning of a write that was not flushed.</summary>
    public bool TearsWrites { get; init; }

    /// <summary>The probability that a write fails with an <see cref="IOException"/>, having written nothing.</summary>
    public double WriteFailures { get; init; }

    /// <summary>How many bytes all files have together at most; what would go beyond fails with an <see cref="IOException"/>. Default: no limit.</summary>
    public long Capacity { get; init; } = long.MaxValue;

    /// <summary>The longest time that an asynchronous read, write or flush takes; the schedule chooses. Calls that are not asynchronous take no time. Default zero.</summary>
    public TimeSpan MaxDelay { get; init; }
}
