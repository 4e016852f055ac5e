namespace FsmKit;

/// <summary>A state of a gclass.</summary>
/// <param name="Name">The member of the <c>State</c> enum.</param>
/// <param name="Summary">Its summary, or an empty string.</param>
/// <param name="Enter">The names of the actions that run on entering.</param>
/// <param name="Exit">The names of the actions that run on leaving.</param>
/// <param name="IsClosed">Whether the state refuses every event that it does not list.</param>
public sealed record StateDescription(
    string Name, string Summary, IReadOnlyList<string> Enter, IReadOnlyList<string> Exit, bool IsClosed);
