namespace FsmKit.Testing.Choosing;

/// <summary>
/// The choices of a schedule in two lists: the loop of each step, and all others. The lists are separate so that shrinking one does not
/// shift the meaning of the other.
/// </summary>
/// <param name="Picks">For each step, the index in the list of ready loops.</param>
/// <param name="Values">All other choices.</param>
internal readonly record struct Choices(IReadOnlyList<int> Picks, IReadOnlyList<int> Values)
{
    /// <summary>Number of choices that differ from 0, the least surprising value.</summary>
    public int Unusual => Picks.Count(static one => one != 0) + Values.Count(static one => one != 0);

    /// <summary>Number of all choices.</summary>
    public int Count => Picks.Count + Values.Count;

    /// <summary>Sum of all choices.</summary>
    public long Sum => Picks.Sum(static one => (long)one) + Values.Sum(static one => (long)one);
}
