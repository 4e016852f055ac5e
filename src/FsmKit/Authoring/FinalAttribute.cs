namespace FsmKit;

/// <summary>
/// Marks a final state. Inside another state (<see cref="InsideAttribute"/>), entering the final state completes the surrounding state,
/// whose <see cref="DoneAttribute"/> rows are then checked. At the top level, entering the final state finishes the gobj:
/// <see cref="GObj.IsFinished"/>.
/// </summary>
/// <remarks>
/// A final state has no rows of its own. Inside another state, an event that neither a surrounding state nor the class answers is refused.
/// At the top level, every event is answered with <see cref="Outcome.Finished"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class FinalAttribute : Attribute;
