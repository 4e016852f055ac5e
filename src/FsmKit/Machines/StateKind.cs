namespace FsmKit;

/// <summary>What a member of the <c>State</c> enum is.</summary>
public enum StateKind : byte
{
    /// <summary>A leaf, in which a gobj can be, or a composite, which has states inside.</summary>
    Ordinary,

    /// <summary>A leaf that completes the composite around it, or ends the machine (<see cref="FinalAttribute"/>).</summary>
    Final,

    /// <summary>A place to go to: the state directly inside the composite that was left last (<see cref="HistoryAttribute"/>).</summary>
    History,

    /// <summary>A place to go to: the leaf that was left last.</summary>
    DeepHistory,
}
