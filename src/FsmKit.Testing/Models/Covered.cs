namespace FsmKit.Testing;

/// <summary>How much of something was met.</summary>
/// <param name="Met">How many of them.</param>
/// <param name="All">How many there are.</param>
/// <param name="Missing">Those that were not met, in words.</param>
public sealed record Covered(int Met, int All, IReadOnlyList<string> Missing)
{
    /// <summary>The part that was met, from 0 to 1; 1 where there is nothing to meet.</summary>
    public double Ratio => All == 0 ? 1 : (double)Met / All;

    /// <summary>The two numbers, as in <c>3 of 4</c>.</summary>
    public override string ToString() => $"{Met} of {All}";
}
