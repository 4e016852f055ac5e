namespace FsmKit;

/// <summary>Publishes events of one type to the gobjs and delegates that have subscribed. A gclass implements it for each of its <c>[Output&lt;E&gt;]</c>.</summary>
/// <remarks>Only the gclass itself can publish: the list that others get can be subscribed to and counted, no more.</remarks>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IPublish<TEvent>
    where TEvent : struct, allows ref struct
{
    /// <summary>The subscriptions to this event, in their order.</summary>
    SubscriberList<TEvent> Subscribers { get; }
}
