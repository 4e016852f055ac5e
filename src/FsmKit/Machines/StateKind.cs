namespace FsmKit;

/// <summary>Kind of a member of the <c>State</c> enum.</summary>
public enum StateKind : byte
{
    /// <summary>A normal state, with or without other states inside (<see cref="InsideAttribute"/>).</summary>
    Ordinary,

    /// <summary>
    /// A state without rows (<see cref="FinalAttribute"/>). Entering it completes the surrounding state or, at the top level, finishes the
    /// gobj.
    /// </summary>
    Final,

    /// <summary>
    /// A target of transitions, never a current state (<see cref="HistoryAttribute"/>). A transition to it returns to the last current
    /// state directly inside the surrounding state.
    /// </summary>
    History,

    /// <summary>
    /// A target of transitions, never a current state (<see cref="HistoryAttribute"/>). A transition to it returns to the last current
    /// innermost state inside the surrounding state.
    /// </summary>
    DeepHistory,
}
