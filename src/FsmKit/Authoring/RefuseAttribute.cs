namespace FsmKit;

/// <summary>
/// Closes a state: refuses every input event that neither the state, nor a surrounding state, nor the class lists (<see cref="Outcome.Refused"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class RefuseAttribute : Attribute;

/// <summary>
/// Declares that the event must not occur in this state. The event is logged and answered with <see cref="Outcome.Refused"/>; no exception is thrown.
/// </summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RefuseAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
