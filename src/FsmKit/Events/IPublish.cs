namespace FsmKit;

/// <summary>Somebody to whose event one can subscribe. A gclass implements it for each of its <c>[Output&lt;E&gt;]</c>.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IPublish<TEvent>
    where TEvent : struct, allows ref struct
{
    /// <summary>Who receives this event, in the order of their subscriptions.</summary>
    ref Subscribers<TEvent> Subscribers { get; }
}
