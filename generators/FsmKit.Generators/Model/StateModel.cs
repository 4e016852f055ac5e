namespace FsmKit.Generators.Model;

/// <summary>Kind of a member of the <c>State</c> enum.</summary>
internal enum StateKind
{
    /// <summary>A leaf or a composite.</summary>
    Ordinary,

    /// <summary>A leaf that completes the composite around it, or ends the machine.</summary>
    Final,

    /// <summary>A transition target that stands for the state directly inside the composite that was left last.</summary>
    History,

    /// <summary>A transition target that stands for the leaf inside the composite that was left last.</summary>
    DeepHistory,
}

/// <summary>
/// Member of the <c>State</c> enum: a leaf, in which the machine can be; a composite, which has states inside; or a history.
/// </summary>
/// <param name="Name">Name of the enum member, escaped where it is a keyword.</param>
/// <param name="Summary">Summary of the enum member.</param>
/// <param name="Parent">Index of the state around it; -1 at the top.</param>
/// <param name="Start">Index of the state inside that is entered with it; for a leaf, its own index.</param>
/// <param name="Enter">Entry actions.</param>
/// <param name="Exit">Exit actions.</param>
/// <param name="IsSecondName">Whether an earlier member has the same value, so that both are the same constant for the compiler.</param>
/// <param name="IsClosed">Whether the state refuses all events that no row answers.</param>
internal sealed record StateModel(
    string Name, string Summary, int Parent, int Start, EquatableArray<CallModel> Enter, EquatableArray<CallModel> Exit, bool IsSecondName, bool IsClosed)
{
    /// <summary>Kind of the member.</summary>
    public StateKind Kind { get; init; }

    /// <summary>For a history, index of the state to enter before the first exit of the composite.</summary>
    public int Default { get; init; } = -1;

    /// <summary>Asynchronous work, started on entering and cancelled on leaving.</summary>
    public EquatableArray<InvocationModel> Invocations { get; init; } = new(System.Collections.Immutable.ImmutableArray<InvocationModel>.Empty);

    /// <summary>Whether the member is a history and no state.</summary>
    public bool IsHistory => Kind is StateKind.History or StateKind.DeepHistory;
}
