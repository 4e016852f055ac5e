namespace FsmKit;

/// <content>
/// Where the loop is, for the watcher that looks from outside. These are plain stores, because every event that the loop delivers passes
/// here; the watcher copes with seeing one of them late.
/// </content>
public sealed partial class GAplic
{
    private uint _handOvers;
    private uint _handOversBefore;
    private uint _turns;
    private TracedRow? _row;
    private object? _serving;

    /// <summary>How often the loop was stalled for <see cref="GAplicOptions.StallThreshold"/>. Readable from any thread.</summary>
    public int Stalls => Watch.Stalls;

    /// <summary>The longest of its stalls; the one that is going on counts already. Exact to a quarter of the threshold.</summary>
    public TimeSpan LongestStall => Watch.Longest;

    internal LoopWatch Watch { get; }

    /// <summary>Where the loop is. Called from another thread.</summary>
    internal LoopPosition Position
    {
        get
        {
            var handOver = Volatile.Read(ref _handOvers);
            var serving = Volatile.Read(ref _serving);
            return new LoopPosition(Volatile.Read(ref _turns), handOver, Volatile.Read(ref _handOversBefore), serving);
        }
    }

    /// <summary>Who has control; null is the loop itself.</summary>
    internal object? Serving => _serving;

    /// <summary>Control goes to code of the application: by a posted event's lane, a subscription, a timer, a callback.</summary>
    internal void HandOver(object to)
    {
        _handOvers++;
        _serving = to;
    }

    /// <summary>And comes back, to whoever had it before.</summary>
    internal void TakeBack(object? to) => _serving = to;

    /// <summary>A traced gobj enters a row.</summary>
    internal void EnterRow(GObj gobj, string e) => HandOver(_row = new TracedRow(gobj, e, _serving, _row));

    /// <summary>And leaves it, also with an exception.</summary>
    internal void LeaveRow()
    {
        TakeBack(_row?.Before);
        _row = _row?.Outer;
    }

    /// <summary>The loop looks for something to do or to sleep on: nobody has control, also when somebody has left with an exception.</summary>
    private void BeginTurn()
    {
        _turns++;
        _handOversBefore = _handOvers;
        _serving = null;
    }
}
