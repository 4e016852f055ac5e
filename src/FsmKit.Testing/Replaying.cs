using FsmKit.Testing.Replays;

namespace FsmKit.Testing;

/// <summary>Replays recordings of live programs. docs/recording.md is the guide.</summary>
public static class Replaying
{
    /// <summary>
    /// Replays a recording on a new loop in simulated time and compares each step, up to the first difference. The gobj is restored from
    /// the first snapshot. Events from outside and results of asynchronous work come from the recording; timeouts and the events that the
    /// gobjs send come from the gobjs. No asynchronous work runs, and no socket is opened.
    /// </summary>
    /// <typeparam name="T">The gclass of the recorded gobj.</typeparam>
    /// <param name="recording">The recording.</param>
    /// <param name="configure">
    /// Sets members that no recording contains, such as references to substitutes of other gobjs. Called after the recorded parameters are
    /// set. Null sets nothing.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The recording has no snapshot to begin with.</exception>
    public static ReplayResult Replay<T>(this Recording recording, Action<T>? configure = null, ReplayOptions? options = null)
        where T : GObj, new()
    {
        ArgumentNullException.ThrowIfNull(recording);
        if (recording.Entries is not [{ Snapshot: not null }, ..])
        {
            throw new ArgumentException("The recording has no snapshot to begin with: it is empty, or its lines were cut off at the front.", nameof(recording));
        }

        using var run = new ReplayRun(recording, options ?? new ReplayOptions());
        return run.Run<T>(configure);
    }
}
