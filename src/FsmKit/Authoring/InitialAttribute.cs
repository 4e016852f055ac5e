namespace FsmKit;

/// <summary>
/// Marks the initial state among the states directly inside one state (<see cref="InsideAttribute"/>) or at the top level. The initial
/// state is entered when the surrounding state is entered or when the machine starts. Without this attribute, the first of these states in
/// source order is initial.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class InitialAttribute : Attribute;
