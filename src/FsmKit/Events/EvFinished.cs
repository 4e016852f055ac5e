namespace FsmKit;

/// <summary>
/// Reports that a child has entered a <see cref="FinalAttribute"/> state at the top level of its machine. The event is sent to the parent if the
/// gclass of the parent declares this input.
/// </summary>
/// <param name="Gobj">The finished child. The child stays in the tree until it is destroyed.</param>
public readonly record struct EvFinished(GObj Gobj);
