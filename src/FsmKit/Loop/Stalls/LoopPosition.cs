namespace FsmKit;

/// <summary>Position of a loop, as another thread sees it.</summary>
/// <param name="Turn">Number of the turn. A turn begins each time the loop looks for work or goes to sleep.</param>
/// <param name="HandOver">Number of hand-overs since the loop was created.</param>
/// <param name="HandOversBefore">Value of <paramref name="HandOver"/> at the beginning of the turn.</param>
/// <param name="Serving">Object that has control (see <see cref="GAplic.Serving"/>), or null.</param>
internal readonly record struct LoopPosition(uint Turn, uint HandOver, uint HandOversBefore, object? Serving)
{
    /// <summary>Number of hand-overs in this turn; 0 while the loop sleeps or has no work.</summary>
    public uint HandOvers => HandOver - HandOversBefore;
}
