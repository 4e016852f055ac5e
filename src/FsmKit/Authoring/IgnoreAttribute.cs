namespace FsmKit;

/// <summary>Declares that the event is expected in this state and has no effect (<see cref="Outcome.Ignored"/>).</summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IgnoreAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
