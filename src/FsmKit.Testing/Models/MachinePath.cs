namespace FsmKit.Testing;

/// <summary>A way through the table of a gclass, from its start.</summary>
/// <param name="Steps">The rows that it takes, one after the other. Those with a guard take events whose data the guard wants.</param>
public sealed record MachinePath(IReadOnlyList<PathStep> Steps)
{
    /// <summary>The steps, one line each.</summary>
    public override string ToString() => string.Join('\n', Steps);
}
