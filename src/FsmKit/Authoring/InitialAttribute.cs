namespace FsmKit;

/// <summary>
/// Marks the initial state of its level: the state that is entered when the surrounding composite is entered, or when the machine starts. Without
/// this attribute, the first state of the level in source order is initial.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InitialAttribute : Attribute;
