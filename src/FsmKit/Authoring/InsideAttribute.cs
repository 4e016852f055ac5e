namespace FsmKit;

/// <summary>
/// Places the state inside another state, a composite. A gobj is in the composite while it is in a state inside. The rows of the composite apply to
/// each state inside that has no answer of its own.
/// </summary>
/// <param name="state">
/// The composite: a member of the same <c>State</c> enum, or its name. In a generic gclass only the name is possible, written with <c>nameof</c>.
/// </param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InsideAttribute(object state) : Attribute
{
    /// <summary>The surrounding state: a member of the <c>State</c> enum, or its name.</summary>
    public object State { get; } = state;
}
