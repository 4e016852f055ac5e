namespace FsmKit.Testing.Worlds;

/// <summary>Timer of the clock of a world.</summary>
internal sealed class WorldTimer(WorldTime time, TimerCallback callback, object? state) : ITimer
{
    private long _arming;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>Whether this arming is the last one and was not stopped since.</summary>
    public bool IsArmedAs(long arming) => arming == _arming;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        _arming = dueTime == Timeout.InfiniteTimeSpan ? 0 : time.Arm(this, dueTime);
        return true;
    }

    public void Fire()
    {
        _arming = _period > TimeSpan.Zero ? time.Arm(this, _period) : 0;
        callback(state);
    }

    /// <summary>Adds the period, the callback and its state to a digest.</summary>
    public void AddTo(Fingerprints.Fingerprint digest)
    {
        digest.Add((ulong)_period.Ticks);
        digest.AddObject(callback);
        digest.AddObject(state);
    }

    public void Dispose() => _arming = 0;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
