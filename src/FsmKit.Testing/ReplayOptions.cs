namespace FsmKit.Testing;

/// <summary>Options of a replay.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Creates the parent of the replayed gobj on the given loop, as a stand-in for its real parent, and for other gobjs that it refers to.
    /// Null, the default, makes the gobj a child of the loop.
    /// </summary>
    public Func<GAplic, GObj>? Parent { get; init; }

    /// <summary>Number of the last entry to replay. Null, the default, replays all entries.</summary>
    public long? Until { get; init; }

    /// <summary>
    /// Permitted difference between the recorded and the replayed due time of a timeout. In the program an action takes time, and a timeout
    /// that it starts counts from its end. Default 100 ms.
    /// </summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether kept members are compared with those of recorded snapshots. Default true. Set false when they hold values that a replay
    /// cannot repeat, such as a time of day or a random number.
    /// </summary>
    public bool ComparesKept { get; init; } = true;
}
