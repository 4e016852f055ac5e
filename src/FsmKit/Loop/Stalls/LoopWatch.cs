namespace FsmKit;

/// <summary>
/// Watches one loop from another thread. Called at regular intervals, it reports a loop that stays in one place for too long, so that the loop itself
/// never reads a clock for this purpose.
/// </summary>
internal sealed class LoopWatch(GAplic gaplic, TimeSpan threshold)
{
    private readonly Lock _lock = new();
    private Stretch _handOver;
    private Stretch _turn;
    private uint _handOvers;
    private string? _stalledBy;
    private bool _isLongTurn;
    private long _longest;

    /// <summary>Time between two checks, from 1 ms to 60 s. A stall is noticed at most a quarter of the threshold late.</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(Math.Clamp(threshold.TotalMilliseconds / 4, 1, 60_000));

    /// <summary>Whether the threshold enables the watch.</summary>
    public bool IsOn => threshold > TimeSpan.Zero;

    public int Stalls { get; private set; }

    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    /// <summary>Checks the position of the loop.</summary>
    /// <param name="passed">Time since the last check.</param>
    public void Look(TimeSpan passed)
    {
        lock (_lock)
        {
            var at = gaplic.Position;
            var (inHandOver, inTurn) = (_handOver.Lasted, _turn.Lasted);
            _handOver.Look(at.HandOver, at.Serving is not null, passed);
            _turn.Look(at.Turn, at.HandOvers > 0, passed);
            EndWhatIsOver(inHandOver + passed, inTurn + passed);
            TellOfHandOver(at);
            TellOfTurn(at);
            _handOvers = at.HandOvers;
        }
    }

    /// <summary>Ends the watch, after the loop has stopped.</summary>
    public void End()
    {
        lock (_lock)
        {
            var (inHandOver, inTurn) = (_handOver.Lasted, _turn.Lasted);
            _handOver.Reset();
            _turn.Reset();
            EndWhatIsOver(inHandOver, inTurn);
        }
    }

    private void TellOfHandOver(LoopPosition at)
    {
        if (_handOver.Lasted < threshold)
        {
            return;
        }

        Remember(_handOver.Lasted);
        if (_stalledBy is null && StallText.Of(at.Serving) is var by && gaplic.Position == at)
        {
            Stalls++;
            _stalledBy = by;
            Log.Stalled(gaplic.Logger, gaplic, StallText.Of(_handOver.Lasted), by);
        }

        // The time of one long hand-over does not count as the time of many short ones.
        if (!_isLongTurn)
        {
            _turn.Reset();
        }
    }

    /// <summary>Reports a turn of many hand-overs of which none is long. Waits while the current one may still prove long.</summary>
    private void TellOfTurn(LoopPosition at)
    {
        if (_turn.Lasted < threshold || _handOver.Lasted >= threshold / 2)
        {
            return;
        }

        Remember(_turn.Lasted);
        if (!_isLongTurn)
        {
            Stalls++;
            _isLongTurn = true;
            Log.LongTurn(gaplic.Logger, gaplic, StallText.Of(_turn.Lasted), at.HandOvers, StallText.Of(at.Serving));
        }
    }

    private void EndWhatIsOver(TimeSpan inHandOver, TimeSpan inTurn)
    {
        if (_stalledBy is { } by && _handOver.Lasted == TimeSpan.Zero)
        {
            _stalledBy = null;
            Remember(inHandOver);
            Log.StallEnded(gaplic.Logger, gaplic, StallText.Of(inHandOver), by);
        }

        if (_isLongTurn && _turn.Lasted == TimeSpan.Zero)
        {
            _isLongTurn = false;
            Remember(inTurn);
            Log.LongTurnEnded(gaplic.Logger, gaplic, StallText.Of(inTurn), _handOvers);
        }
    }

    private void Remember(TimeSpan lasted) => Interlocked.Exchange(ref _longest, Math.Max(_longest, lasted.Ticks));
}
