namespace FsmKit;

/// <summary>
/// Marks a final state. Inside a composite, entering the state completes the composite, and its <see cref="DoneAttribute"/> rows are checked. At the
/// top level, entering the state finishes the gobj: <see cref="GObj.IsFinished"/>.
/// </summary>
/// <remarks>
/// A final state has no rows of its own. Inside a composite, an event that neither a surrounding state nor the class answers is refused. At the top
/// level, every event is answered with <see cref="Outcome.Finished"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class FinalAttribute : Attribute;
