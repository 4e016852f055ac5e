namespace FsmKit;

/// <summary>
/// Says that the state is entered first: with the composite that it is inside of, or when the machine starts. Without it that is the first state of
/// the level in source order.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InitialAttribute : Attribute;
