namespace FsmKit.Testing;

/// <summary>Path through the table of a gclass, from its start.</summary>
/// <param name="Steps">The rows of the path in order. A row with a guard needs an event whose data satisfies the guard.</param>
public sealed record MachinePath(IReadOnlyList<PathStep> Steps)
{
    /// <summary>Formats the steps, one line each.</summary>
    public override string ToString() => string.Join('\n', Steps);
}
