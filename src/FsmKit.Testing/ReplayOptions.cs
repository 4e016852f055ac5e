namespace FsmKit.Testing;

/// <summary>How a recording is replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Makes the gobj above the replayed one, on the loop that it is given: a stand-in for what was above it, and for other gobjs that it knows. Null makes it a child of the loop.
    /// </summary>
    public Func<GAplic, GObj>? Parent { get; init; }

    /// <summary>The number of the last entry to replay: what comes after it is left out. Null replays all.</summary>
    public long? Until { get; init; }

    /// <summary>
    /// By how much a timeout may be due earlier or later than it was: in the program an action takes time, and what it arms counts from its end. Default 100 ms.
    /// </summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether kept members are compared where the recording has a snapshot. Default true; false where they hold what no replay can give again, as a moment or a random number.</summary>
    public bool ComparesKept { get; init; } = true;
}
