namespace FsmKit;

/// <summary>Where a loop is, as another thread sees it.</summary>
/// <param name="Turn">Which turn: a turn begins with each look for something to do or to sleep on.</param>
/// <param name="HandOver">Which hand-over, counted since the loop was made.</param>
/// <param name="HandOversBefore">Where that count stood when the turn began.</param>
/// <param name="Serving">What it is serving (see <see cref="GAplic.Serving"/>), or null.</param>
internal readonly record struct LoopPosition(uint Turn, uint HandOver, uint HandOversBefore, object? Serving)
{
    /// <summary>How many hand-overs the turn has had. None: the loop sleeps, or has nothing to do.</summary>
    public uint HandOvers => HandOver - HandOversBefore;
}
