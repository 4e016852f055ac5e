namespace FsmKit;

/// <summary>
/// Makes a member of the <c>State</c> enum a place to go to, never a state to be in: a transition to it leads back to where the composite around it was
/// left last.
/// </summary>
/// <remarks>The member has <see cref="InsideAttribute"/> and no rows. No gobj is ever in it.</remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class HistoryAttribute : Attribute
{
    /// <summary>
    /// Whether the leaf that was left is entered again. Default false: then the state directly inside the composite is, and inside that one its initial
    /// state.
    /// </summary>
    public bool Deep { get; set; }

    /// <summary>
    /// The state to go to while the composite has never been left: a member of the <c>State</c> enum inside the composite, or its name. Null = the
    /// state that is entered with the composite.
    /// </summary>
    public object? Default { get; set; }
}
