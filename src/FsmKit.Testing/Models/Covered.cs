namespace FsmKit.Testing;

/// <summary>Coverage of one kind of thing: states, rows or outcomes of guards.</summary>
/// <param name="Met">Number of things that were met.</param>
/// <param name="All">Number of all things.</param>
/// <param name="Missing">Descriptions of the things that were not met.</param>
public sealed record Covered(int Met, int All, IReadOnlyList<string> Missing)
{
    /// <summary>The part that was met, from 0 to 1. 1 when there is nothing to meet.</summary>
    public double Ratio => All == 0 ? 1 : (double)Met / All;

    /// <summary>Formats the two numbers, as in <c>3 of 4</c>.</summary>
    public override string ToString() => $"{Met} of {All}";
}
