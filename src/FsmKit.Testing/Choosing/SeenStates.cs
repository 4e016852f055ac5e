namespace FsmKit.Testing.Choosing;

/// <summary>Digests of the states that the workers of an exploration have met. Callable from any thread when shared.</summary>
internal sealed class SeenStates(bool isShared)
{
    private const int Stripes = 64;
    private readonly HashSet<ulong>[] _stripes = [.. Enumerable.Range(0, isShared ? Stripes : 1).Select(static _ => new HashSet<ulong>())];

    public int Count => _stripes.Sum(static stripe => stripe.Count);

    /// <summary>Adds a digest.</summary>
    /// <returns>False when a worker has met the state before.</returns>
    public bool Add(ulong state)
    {
        if (!isShared)
        {
            return _stripes[0].Add(state);
        }

        var stripe = _stripes[state >> 58];
        lock (stripe)
        {
            return stripe.Add(state);
        }
    }
}
