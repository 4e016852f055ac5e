namespace FsmKit;

/// <summary>
/// Says that the event is kept for later (<see cref="Outcome.Deferred"/>): it comes again when the gobj has gone to another leaf, before anything that waits
/// behind it.
/// </summary>
/// <typeparam name="TEvent">A declared input event that does not borrow memory.</typeparam>
/// <remarks>
/// Deferred events come in the order in which they arrived; one that is deferred again keeps its place. They count towards
/// <see cref="GClassAttribute.QueueCapacity"/>, and are gone with the gobj.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DeferAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
