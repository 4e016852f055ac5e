namespace FsmKit;

/// <summary>Publishes events of one type to the gobjs and delegates that have subscribed. A gclass implements it for each of its <c>[Output&lt;E&gt;]</c>.</summary>
/// <remarks>Only the gclass itself can publish. Other code can only subscribe to the list and count its subscriptions.</remarks>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IPublish<TEvent>
    where TEvent : struct, allows ref struct
{
    /// <summary>The subscriptions to this event, in the order in which they were made.</summary>
    SubscriberList<TEvent> Subscribers { get; }
}
