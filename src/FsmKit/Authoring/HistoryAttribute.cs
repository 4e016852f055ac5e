namespace FsmKit;

/// <summary>
/// Marks a member of the <c>State</c> enum as a history: a target of transitions, never a current state. A transition to a history leads to the state
/// in which the surrounding composite was left last.
/// </summary>
/// <remarks>A history has an <see cref="InsideAttribute"/> and no rows.</remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class HistoryAttribute : Attribute
{
    /// <summary>
    /// Whether a transition to the history enters the leaf that was left. Default false: the state directly inside the composite is entered, and
    /// inside that state its initial state.
    /// </summary>
    public bool Deep { get; set; }

    /// <summary>
    /// State to enter while the composite has never been left: a member of the <c>State</c> enum inside the composite, or its name. Default null: the
    /// initial state of the composite.
    /// </summary>
    public object? Default { get; set; }
}
