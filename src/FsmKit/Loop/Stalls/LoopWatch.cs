namespace FsmKit;

/// <summary>
/// Watches one loop from outside: looked through at regular intervals, it tells when the loop stays in one place for too long. So the loop
/// itself never reads a clock for it.
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

    /// <summary>How often to look: a stall is noticed a quarter of the threshold late at most.</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(Math.Clamp(threshold.TotalMilliseconds / 4, 1, 60_000));

    /// <summary>Whether there is anything to watch for.</summary>
    public bool IsOn => threshold > TimeSpan.Zero;

    public int Stalls { get; private set; }

    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    /// <summary>Looks where the loop is.</summary>
    /// <param name="passed">How long it had to move on since the last look.</param>
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

    /// <summary>The loop does not run any more.</summary>
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

        // What one hand-over has taken is not the fault of all of them together.
        if (!_isLongTurn)
        {
            _turn.Reset();
        }
    }

    /// <summary>Many hand-overs, of which none is long; unless one of them may turn out to be.</summary>
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
