namespace FsmKit.Testing;

/// <summary>Options of <see cref="Replaying.Replay"/>.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Creates, on the given loop, a substitute for the real parent of the replayed gobj, and for other gobjs to which it refers. Null, the
    /// default, makes the gobj a child of the loop.
    /// </summary>
    public Func<GAplic, GObj>? Parent { get; init; }

    /// <summary>Number (<see cref="RecordedEntry.Number"/>) of the last entry to replay. Null, the default, replays all entries.</summary>
    public long? Until { get; init; }

    /// <summary>
    /// Permitted difference between the recorded and the replayed due time of a timeout. In the recorded program an action took time, which
    /// a replay does not repeat, and a timeout that the action started counts from its end. Default 100 ms.
    /// </summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether members with <see cref="KeptAttribute"/> are compared with those of recorded snapshots. Default true. Set false when they
    /// hold values that a replay cannot repeat, such as a time of day or a random number.
    /// </summary>
    public bool ComparesKept { get; init; } = true;
}
