namespace FsmKit;

/// <summary>Subscribes to declared output events, and ends subscriptions.</summary>
/// <remarks>A subscriber that subscribes to the same event again replaces its subscription; it is in the log.</remarks>
public static class SubscribeExtensions
{
    /// <summary>The subscriber gets the event inside the publication.</summary>
    public static Subscription Subscribe<TEvent>(
        this IPublish<TEvent> publisher, IAccept<TEvent> subscriber,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
    {
        var gobj = Publisher(publisher, subscriber);
        return publisher.Subscribers.Field.Add(filter is null && (options & SubscriptionOptions.Once) == 0
            ? new DirectSubscription<TEvent>(gobj, subscriber, options)
            : new FilteredSubscription<TEvent>(gobj, subscriber, options, filter));
    }

    /// <summary>Subscribes the gobj, unless it has a subscription to the event already, of whatever kind.</summary>
    public static void EnsureSubscribed<TEvent>(this IPublish<TEvent> publisher, IAccept<TEvent> subscriber)
        where TEvent : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(subscriber);
        if (publisher.Subscribers.Field.Find(subscriber) is null)
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
        var gobj = Publisher(publisher, subscriber);
        return publisher.Subscribers.Field.Add(new PostedSubscription<TEvent>(gobj, subscriber, options, filter));
    }

    /// <summary>The subscriber gets another event, made from the published one.</summary>
    public static Subscription SubscribeAs<TEvent, TTo>(
        this IPublish<TEvent> publisher, IAccept<TTo> subscriber, EventMap<TEvent, TTo> map,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
        where TTo : struct, allows ref struct
    {
        var gobj = Publisher(publisher, subscriber);
        ArgumentNullException.ThrowIfNull(map);
        return publisher.Subscribers.Field.Add(new MappedSubscription<TEvent, TTo>(gobj, subscriber, map, options, filter));
    }

    /// <summary>A delegate gets the event inside the publication.</summary>
    public static Subscription Subscribe<TEvent>(
        this IPublish<TEvent> publisher, EventCallback<TEvent> callback,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
    {
        var gobj = Publisher(publisher, callback);
        return publisher.Subscribers.Field.Add(new CallbackSubscription<TEvent>(gobj, callback, options, filter));
    }

    /// <summary>Ends the subscriber's subscription to the event.</summary>
    /// <param name="publisher">Who publishes.</param>
    /// <param name="subscriber">The gobj or the delegate that receives.</param>
    /// <param name="force">Also when it is <see cref="SubscriptionOptions.Hard"/>.</param>
    /// <returns>False when there is none, or it is hard and not forced.</returns>
    public static bool Unsubscribe<TEvent>(this IPublish<TEvent> publisher, object subscriber, bool force = false)
        where TEvent : struct, allows ref struct
    {
        Publisher(publisher, subscriber);
        var subscription = publisher.Subscribers.Field.Find(subscriber);
        if (subscription is null || (!force && (subscription.Options & SubscriptionOptions.Hard) != 0))
        {
            return false;
        }

        subscription.Dispose();
        return true;
    }

    /// <summary>The gobj that publishes, when the two can be brought together.</summary>
    private static GObj Publisher<TEvent>(IPublish<TEvent> publisher, object subscriber)
        where TEvent : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(subscriber);
        var gobj = (GObj)publisher;
        gobj.RequireLoopThread();
        return gobj.IsDestroyed || subscriber is GObj { IsDestroyed: true }
            ? throw new GObjException($"{subscriber} cannot subscribe to {typeof(TEvent).Name} of {gobj}: one of them is destroyed.")
            : gobj;
    }
}
