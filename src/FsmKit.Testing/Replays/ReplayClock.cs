using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Replays;

/// <summary>The virtual time of a replay: the loop begins at the first snapshot, with the time of day that it was then.</summary>
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

    /// <summary>How much time has passed since the first snapshot.</summary>
    public TimeSpan Now => new(_time.Ticks);

    /// <summary>A moment of the recording, counted from the first snapshot.</summary>
    public TimeSpan Of(TimeSpan at) => at - _start;

    /// <summary>A moment of the replay, counted as the recording does.</summary>
    public TimeSpan Recorded(TimeSpan now) => now + _start;

    /// <summary>Goes on to a moment of the recording; stands still where that is over.</summary>
    public void GoTo(TimeSpan at)
    {
        if (Of(at) > Now)
        {
            _time.Advance(Of(at) - Now);
        }
    }
}
