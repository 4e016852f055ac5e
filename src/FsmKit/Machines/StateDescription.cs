namespace FsmKit;

/// <summary>A state of a gclass.</summary>
/// <param name="Name">The member of the <c>State</c> enum.</param>
/// <param name="Summary">Its summary, or an empty string.</param>
/// <param name="Enter">The names of the actions that run on entering.</param>
/// <param name="Exit">The names of the actions that run on leaving.</param>
/// <param name="IsClosed">Whether the state refuses every event that it does not list.</param>
public sealed record StateDescription(
    string Name, string Summary, IReadOnlyList<string> Enter, IReadOnlyList<string> Exit, bool IsClosed)
{
    /// <summary>Index of the composite that the state is inside of, -1 at the top.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>Of a composite, the index of the state inside that is entered with it; -1 of a state without states inside.</summary>
    public int Start { get; init; } = -1;

    /// <summary>What the member is. Default <see cref="StateKind.Ordinary"/>.</summary>
    public StateKind Kind { get; init; }

    /// <summary>Of a history, the index of the state that it leads to while its composite was never left; -1 is the start of the composite.</summary>
    public int Default { get; init; } = -1;

    /// <summary>The asynchronous work that is started on entering and cancelled on leaving.</summary>
    public IReadOnlyList<InvocationDescription> Invocations { get; init; } = [];

    /// <summary>Whether the member is only a place to go to: a gobj is never in it.</summary>
    internal bool IsHistory => Kind is StateKind.History or StateKind.DeepHistory;
}
