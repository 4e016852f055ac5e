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
    /// Whether the event may have no subscriber. Default false: the first event without a subscriber is logged as a warning. An event that
    /// is no <c>ref struct</c> is not logged if the <see cref="GObj.Subscriber"/> or, without one, the parent is a <see cref="GAplic"/>.
    /// </summary>
    public bool Optional { get; set; }
}
