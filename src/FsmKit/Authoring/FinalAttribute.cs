namespace FsmKit;

/// <summary>
/// Says that the state is an end. Inside a composite, entering it completes the composite, whose <see cref="DoneAttribute"/> rows are asked then. At the top it
/// finishes the gobj: <see cref="GObj.IsFinished"/>.
/// </summary>
/// <remarks>
/// The state has no rows of its own. What neither a state around it nor the class answers is refused; at the top every event meets with
/// <see cref="Outcome.Finished"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class FinalAttribute : Attribute;
