namespace FsmKit;

/// <summary>
/// Marks a member of the <c>State</c> enum as a history: a target of transitions, never a current state. A transition to a history leads
/// back to the state that was current inside the surrounding state (<see cref="InsideAttribute"/>) when the surrounding state was left
/// last.
/// </summary>
/// <remarks>A history has an <see cref="InsideAttribute"/> and no rows.</remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class HistoryAttribute : Attribute
{
    /// <summary>
    /// Whether a transition to the history enters the innermost state that was left. Default false: the state directly inside the
    /// surrounding state is entered and then, if that one has states inside, its initial state.
    /// </summary>
    public bool Deep { get; set; }

    /// <summary>
    /// State to enter while the surrounding state has never been left: a member of the <c>State</c> enum inside the surrounding state, or
    /// its name. Default null: the initial state inside the surrounding state.
    /// </summary>
    public object? Default { get; set; }
}
