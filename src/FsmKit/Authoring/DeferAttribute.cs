namespace FsmKit;

/// <summary>
/// Declares that the state keeps the event for later (<see cref="Outcome.Deferred"/>). The event is handled again after the innermost state
/// of the gobj has changed, before events from other senders that wait in the gobj.
/// </summary>
/// <typeparam name="TEvent">A declared input event that is no <c>ref struct</c>.</typeparam>
/// <remarks>
/// Deferred events are handled in the order of their arrival. An event that is deferred again keeps its place. Deferred events count towards
/// <see cref="GClassAttribute.QueueCapacity"/>, and are discarded when the gobj is destroyed.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DeferAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
