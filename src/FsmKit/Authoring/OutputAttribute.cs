namespace FsmKit;

/// <summary>Declares an event that the gclass publishes to its subscribers. Only declared events can be published.</summary>
/// <typeparam name="TEvent">
/// A value type. A <c>ref struct</c> is an event that borrows memory; such an event is valid only during its delivery.
/// </typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>
    /// Whether the event may have no receiver. Default false: the first event that reaches no subscriber is logged as a warning, if the parent or
    /// <see cref="GObj.Subscriber"/> was to receive the event.
    /// </summary>
    public bool Optional { get; set; }
}
