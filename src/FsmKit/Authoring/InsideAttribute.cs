namespace FsmKit;

/// <summary>
/// Says that the state is inside another one, a composite. A gobj is in a composite while it is in a state inside; what the composite answers holds in
/// each of them that has no answer of its own.
/// </summary>
/// <param name="state">The composite: a member of the same <c>State</c> enum, or its name (in a generic gclass <c>nameof</c> is the only way).</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InsideAttribute(object state) : Attribute
{
    /// <summary>The composite.</summary>
    public object State { get; } = state;
}
