namespace FsmKit.Net;

/// <summary>How long to wait before each attempt: twice as long each time, up to a limit, spread so that many clients do not come back at once.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private int _failures;

    public void Reset() => _failures = 0;

    /// <summary>The next pause, never zero.</summary>
    /// <param name="first">The first one, before it is spread.</param>
    /// <param name="longest">The longest one; less than <paramref name="first"/>, each is like the first.</param>
    /// <param name="jitter">How it is spread.</param>
    /// <param name="random">With what.</param>
    public TimeSpan Next(TimeSpan first, TimeSpan longest, BackoffJitter jitter, Random random)
    {
        var limit = Math.Max(first.Ticks, longest.Ticks);
        var whole = Math.Min(first.Ticks * Math.Pow(2, _failures), limit);
        _failures = whole < limit ? _failures + 1 : _failures;
        var pause = TimeSpan.FromTicks((long)(jitter switch
        {
            BackoffJitter.Full => whole * random.NextDouble(),
            BackoffJitter.Equal => whole * (0.5 + (random.NextDouble() / 2)),
            _ => whole,
        }));
        return pause > Shortest ? pause : Shortest;
    }
}
