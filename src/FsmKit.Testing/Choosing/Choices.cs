namespace FsmKit.Testing.Choosing;

/// <summary>
/// What a schedule chose. Which loop had each step, and all the rest: two lists, so that shrinking one leaves the other what it means.
/// </summary>
/// <param name="Picks">Places among the loops that were ready.</param>
/// <param name="Values">The numbers of everything else.</param>
internal readonly record struct Choices(IReadOnlyList<int> Picks, IReadOnlyList<int> Values)
{
    /// <summary>How many are not what is least surprising.</summary>
    public int Unusual => Picks.Count(static one => one != 0) + Values.Count(static one => one != 0);

    /// <summary>How many there are.</summary>
    public int Count => Picks.Count + Values.Count;

    /// <summary>The sum of the numbers.</summary>
    public long Sum => Picks.Sum(static one => (long)one) + Values.Sum(static one => (long)one);
}
