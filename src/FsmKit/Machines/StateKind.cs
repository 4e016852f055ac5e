namespace FsmKit;

/// <summary>Kind of a member of the <c>State</c> enum.</summary>
public enum StateKind : byte
{
    /// <summary>A composite, or a leaf that answers events.</summary>
    Ordinary,

    /// <summary>A leaf without rows. Entering it completes the surrounding composite or, at the top level, finishes the gobj.</summary>
    Final,

    /// <summary>A target of transitions that leads to the state directly inside the composite that was left last. Never a current state.</summary>
    History,

    /// <summary>A target of transitions that leads to the leaf of the composite that was left last. Never a current state.</summary>
    DeepHistory,
}
