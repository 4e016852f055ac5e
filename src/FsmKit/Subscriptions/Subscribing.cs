namespace FsmKit;

/// <summary>Subscribes to declared output events, and ends subscriptions.</summary>
/// <remarks>A subscriber that subscribes to the same event again replaces its subscription; it is in the log.</remarks>
public static class Subscribing
{
    /// <summary>The subscriber gets the event inside the publication.</summary>
    public static Subscription Subscribe<TEvent>(
        this IPublish<TEvent> publisher, IAccept<TEvent> subscriber,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
    {
        var list = List(publisher, subscriber);
        return list.Add(new DirectSubscription<TEvent>(list, subscriber, options, filter));
    }

    /// <summary>Subscribes whoever is not subscribed yet, in whatever way.</summary>
    internal static void EnsureSubscribed<TEvent>(this IPublish<TEvent> publisher, IAccept<TEvent> subscriber)
        where TEvent : struct, allows ref struct
    {
        if (publisher.Subscribers.Find(subscriber) is null)
        {
            publisher.Subscribe(subscriber);
        }
    }

    /// <summary>The subscriber gets the event in the next cycle of its loop, which may be another loop than the publisher's.</summary>
    public static Subscription SubscribePosted<TEvent>(
        this IPublish<TEvent> publisher, IAccept<TEvent> subscriber,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct
    {
        var list = List(publisher, subscriber);
        return list.Add(new PostedSubscription<TEvent>(list, subscriber, options, filter));
    }

    /// <summary>The subscriber gets another event, made from the published one.</summary>
    public static Subscription SubscribeAs<TEvent, TTo>(
        this IPublish<TEvent> publisher, IAccept<TTo> subscriber, EventMap<TEvent, TTo> map,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
        where TTo : struct, allows ref struct
    {
        var list = List(publisher, subscriber);
        ArgumentNullException.ThrowIfNull(map);
        return list.Add(new MappedSubscription<TEvent, TTo>(list, subscriber, map, options, filter));
    }

    /// <summary>A delegate gets the event inside the publication.</summary>
    public static Subscription Subscribe<TEvent>(
        this IPublish<TEvent> publisher, EventCallback<TEvent> callback,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
    {
        var list = List(publisher, callback);
        return list.Add(new CallbackSubscription<TEvent>(list, callback, options, filter));
    }

    /// <summary>Ends the subscriber's subscription to the event.</summary>
    /// <param name="publisher">Who publishes.</param>
    /// <param name="subscriber">The gobj or the delegate that receives.</param>
    /// <param name="force">Also when it is <see cref="SubscriptionOptions.Hard"/>.</param>
    /// <returns>False when there is none, or it is hard and not forced.</returns>
    public static bool Unsubscribe<TEvent>(this IPublish<TEvent> publisher, object subscriber, bool force = false)
        where TEvent : struct, allows ref struct
    {
        var subscription = List(publisher, subscriber).Find(subscriber);
        if (subscription is null || (!force && (subscription.Options & SubscriptionOptions.Hard) != 0))
        {
            return false;
        }

        subscription.Dispose();
        return true;
    }

    private static Subscribers<TEvent> List<TEvent>(IPublish<TEvent> publisher, object subscriber)
        where TEvent : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(subscriber);
        var list = publisher.Subscribers;
        return list.Publisher.IsDestroyed || subscriber is GObj { IsDestroyed: true }
            ? throw new GObjException($"{subscriber} cannot subscribe to {typeof(TEvent).Name} of {list.Publisher}: one of them is destroyed.")
            : list;
    }
}
