namespace FsmKit.Net;

/// <summary>
/// Computes the pauses between connection attempts: doubled each time up to a limit, with random jitter, so that many clients do not
/// reconnect at the same moment.
/// </summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private int _failures;

    public void Reset() => _failures = 0;

    /// <summary>Returns the next pause, at least 1 ms.</summary>
    /// <param name="first">The first pause, before jitter.</param>
    /// <param name="longest">The longest pause, before jitter. A value below <paramref name="first"/> keeps every pause at the first.</param>
    /// <param name="jitter">The random part of the pause.</param>
    /// <param name="random">The source of random numbers.</param>
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
