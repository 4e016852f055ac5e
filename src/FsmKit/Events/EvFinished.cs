namespace FsmKit;

/// <summary>A child has entered a <see cref="FinalAttribute"/> state at the top of its machine. Sent to the parent if that declares the input.</summary>
/// <param name="Gobj">The child. It stays in the tree until it is destroyed.</param>
public readonly record struct EvFinished(GObj Gobj);
