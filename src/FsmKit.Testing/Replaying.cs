using FsmKit.Testing.Replays;

namespace FsmKit.Testing;

/// <summary>Replays recordings of live programs. docs/recording.md is the guide.</summary>
public static class Replaying
{
    /// <summary>
    /// Restores the recorded gobj from the first snapshot on a loop of its own, in virtual time, and lets come what came: events from outside and results of work out of the
    /// recording, timeouts and its own events by themselves. Compares each step, up to the first difference. No work is run, no socket is opened.
    /// </summary>
    /// <typeparam name="T">The gclass of the recorded gobj.</typeparam>
    /// <param name="recording">What was recorded.</param>
    /// <param name="configure">Writes what no recording has, as references to stand-ins; after the recorded parameters. Null writes nothing.</param>
    /// <param name="options">How; null takes the defaults.</param>
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
