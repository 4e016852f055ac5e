namespace FsmKit;

/// <summary>Declares an event that the gclass publishes to its subscribers; only declared events can be published.</summary>
/// <typeparam name="TEvent">A value type; a <c>ref struct</c> is an event that borrows memory and is valid only while it is delivered.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute<TEvent> : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>
    /// Whether the event may go unheard. Default false: the first one that reaches no subscriber is a warning in the log, when a gobj was meant
    /// to hear it.
    /// </summary>
    public bool Optional { get; set; }
}
