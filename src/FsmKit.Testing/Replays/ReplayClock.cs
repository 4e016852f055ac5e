using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Replays;

/// <summary>Virtual time of a replay. It begins at the first snapshot, with the time of day of that snapshot.</summary>
internal sealed class ReplayClock
{
    private readonly WorldTime _time = new();
    private readonly TimeSpan _start;

    public ReplayClock(RecordedEntry first)
    {
        _start = first.At;
        Time = new NodeTime(_time, first.Snapshot!.Taken - _time.GetUtcNow());
    }

    /// <summary>The clock of the loop.</summary>
    public TimeProvider Time { get; }

    /// <summary>Time since the first snapshot.</summary>
    public TimeSpan Now => new(_time.Ticks);

    /// <summary>Converts a time of the recording to a time since the first snapshot.</summary>
    public TimeSpan Of(TimeSpan at) => at - _start;

    /// <summary>Converts a time since the first snapshot to a time of the recording.</summary>
    public TimeSpan Recorded(TimeSpan now) => now + _start;

    /// <summary>Moves the clock to a time of the recording. A time in the past leaves it unchanged.</summary>
    public void GoTo(TimeSpan at)
    {
        if (Of(at) > Now)
        {
            _time.Advance(Of(at) - Now);
        }
    }
}
