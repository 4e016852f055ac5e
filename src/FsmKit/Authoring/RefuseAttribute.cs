namespace FsmKit;

/// <summary>
/// Closes a state: every input event that neither the state, nor a state around it, nor the class lists has no business there
/// (<see cref="Outcome.Refused"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class RefuseAttribute : Attribute;

/// <summary>Says that the event must not happen in this state: it is logged and answered with <see cref="Outcome.Refused"/>, never thrown.</summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RefuseAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
