namespace FsmKit;

/// <summary>Description of a state of a gclass.</summary>
/// <param name="Name">Name of the member of the <c>State</c> enum.</param>
/// <param name="Summary">Summary of the member, or an empty string.</param>
/// <param name="Enter">Names of the entry actions.</param>
/// <param name="Exit">Names of the exit actions.</param>
/// <param name="IsClosed">Whether the state refuses every event that neither this state, nor a surrounding state, nor the class lists.</param>
public sealed record StateDescription(
    string Name, string Summary, IReadOnlyList<string> Enter, IReadOnlyList<string> Exit, bool IsClosed)
{
    /// <summary>Index of the state directly around the state; -1 at the top level.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>Index of the initial state directly inside the state; -1 for a state without states inside.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Kind of the state. Default <see cref="StateKind.Ordinary"/>.</summary>
    public StateKind Kind { get; init; }

    /// <summary>
    /// For a history (<see cref="HistoryAttribute"/>): index of the state that a transition to it enters while the surrounding state has
    /// never been left. Default -1: the initial state of the surrounding state.
    /// </summary>
    public int Default { get; init; } = -1;

    /// <summary>Asynchronous work that starts when the state is entered and is cancelled when the state is left.</summary>
    public IReadOnlyList<InvocationDescription> Invocations { get; init; } = [];

    /// <summary>Whether the member is a history: a target of transitions, never a current state.</summary>
    internal bool IsHistory => Kind is StateKind.History or StateKind.DeepHistory;
}
