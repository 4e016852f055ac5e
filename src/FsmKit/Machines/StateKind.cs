namespace FsmKit;

/// <summary>What a member of the <c>State</c> enum is.</summary>
public enum StateKind : byte
{
    /// <summary>A leaf in which events are answered, or a composite.</summary>
    Ordinary,

    /// <summary>A leaf in which nothing is answered: entering it completes the composite around it, at the top the gobj.</summary>
    Final,

    /// <summary>No state to be in: as a target, it leads to the direct member of its composite that was left last.</summary>
    History,

    /// <summary>No state to be in: as a target, it leads to the leaf of its composite that was left last.</summary>
    DeepHistory,
}
