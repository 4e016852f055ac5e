namespace FsmKit;

/// <summary>Declares an event that the gclass accepts. Each state must answer the event.</summary>
/// <typeparam name="TEvent">
/// A value type. A <c>ref struct</c> is an event that borrows memory; such an event can be neither posted nor queued.
/// </typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
