namespace FsmKit;

/// <summary>Extension methods that begin and end subscriptions to declared output events. All are for the publisher's loop thread.</summary>
/// <remarks>A second subscription of the same subscriber to the same event replaces the first one, with a warning in the log.</remarks>
public static class SubscribeExtensions
{
    /// <summary>Subscribes a gobj, which gets each event during the publication.</summary>
    /// <exception cref="GObjException">One side is destroyed, or the publisher's loop runs in another thread.</exception>
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

    /// <summary>Subscribes a gobj, unless the gobj already has a subscription to the event (direct, posted or mapped).</summary>
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

    /// <summary>
    /// Subscribes a gobj, which gets each event in the next turn of its own loop. That loop may be another one than the publisher's.
    /// </summary>
    /// <exception cref="GObjException">One side is destroyed, or the publisher's loop runs in another thread.</exception>
    public static Subscription SubscribePosted<TEvent>(
        this IPublish<TEvent> publisher, IAccept<TEvent> subscriber,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct
    {
        var gobj = Publisher(publisher, subscriber);
        return publisher.Subscribers.Field.Add(new PostedSubscription<TEvent>(gobj, subscriber, options, filter));
    }

    /// <summary>Subscribes a gobj, which gets another event, created from the published one, during the publication.</summary>
    /// <exception cref="GObjException">One side is destroyed, or the publisher's loop runs in another thread.</exception>
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

    /// <summary>Subscribes a delegate, which is called during the publication.</summary>
    /// <exception cref="GObjException">One side is destroyed, or the publisher's loop runs in another thread.</exception>
    public static Subscription Subscribe<TEvent>(
        this IPublish<TEvent> publisher, EventCallback<TEvent> callback,
        SubscriptionOptions options = SubscriptionOptions.None, EventFilter<TEvent>? filter = null)
        where TEvent : struct, allows ref struct
    {
        var gobj = Publisher(publisher, callback);
        return publisher.Subscribers.Field.Add(new CallbackSubscription<TEvent>(gobj, callback, options, filter));
    }

    /// <summary>Ends the subscription of a subscriber to the event.</summary>
    /// <param name="publisher">The publisher.</param>
    /// <param name="subscriber">The subscribed gobj or delegate.</param>
    /// <param name="force">Whether to end a <see cref="SubscriptionOptions.Hard"/> subscription too. Default false.</param>
    /// <returns>
    /// False when there is no such subscription, or when the subscription is <see cref="SubscriptionOptions.Hard"/> and
    /// <paramref name="force"/> is false.
    /// </returns>
    /// <exception cref="GObjException">One side is destroyed, or the publisher's loop runs in another thread.</exception>
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

    /// <summary>Returns the publisher as a gobj, after checking the thread and that neither side is destroyed.</summary>
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
