namespace FsmKit.Generators.Model;

/// <summary>What a member of the <c>State</c> enum is.</summary>
internal enum StateKind
{
    /// <summary>A leaf or a composite.</summary>
    Ordinary,

    /// <summary>A leaf that completes the composite around it, or ends the machine.</summary>
    Final,

    /// <summary>A place to go to: the state directly inside the composite around it that was left last.</summary>
    History,

    /// <summary>The same for the leaf.</summary>
    DeepHistory,
}

/// <summary>A state: a leaf, in which the machine can be, or a composite, which has states inside; or a history.</summary>
/// <param name="Name">The enum member, escaped where it is a keyword.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Parent">Index of the state around it, -1 at the top.</param>
/// <param name="Start">Index of the state inside it that is entered with it; of a leaf its own.</param>
/// <param name="Enter">What runs on entering.</param>
/// <param name="Exit">What runs on leaving.</param>
/// <param name="IsSecondName">Whether an earlier member has the same value, so that to the compiler both are one.</param>
/// <param name="IsClosed">Whether everything that nothing answers in it is refused.</param>
internal sealed record StateModel(
    string Name, string Summary, int Parent, int Start, EquatableArray<CallModel> Enter, EquatableArray<CallModel> Exit, bool IsSecondName, bool IsClosed)
{
    /// <summary>What the member is.</summary>
    public StateKind Kind { get; init; }

    /// <summary>Of a history, index of the state to go to while the composite has never been left.</summary>
    public int Default { get; init; } = -1;

    /// <summary>The work that is started on entering and cancelled on leaving.</summary>
    public EquatableArray<InvocationModel> Invocations { get; init; } = new(System.Collections.Immutable.ImmutableArray<InvocationModel>.Empty);

    /// <summary>Whether it is a place to go to, and no state.</summary>
    public bool IsHistory => Kind is StateKind.History or StateKind.DeepHistory;
}
