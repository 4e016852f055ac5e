namespace FsmKit;

/// <summary>Declares an event that the gclass accepts; each state must say what it does with it.</summary>
/// <typeparam name="TEvent">A value type; a <c>ref struct</c> is an event that borrows memory and can be neither posted nor queued.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct;
