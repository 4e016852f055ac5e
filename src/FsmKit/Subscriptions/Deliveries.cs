namespace FsmKit;

/// <summary>Sends each event to the subscriber, inside the publication: most subscriptions are such, and a publication knows them by their class.</summary>
internal sealed class DirectSubscription<TEvent>(GObj publisher, IAccept<TEvent> subscriber, SubscriptionOptions options)
    : Subscription<TEvent>(publisher, subscriber, options, isFiltered: false)
    where TEvent : struct, allows ref struct
{
    public override object Subscriber => subscriber;

    /// <summary>The same as <see cref="Subscription{TEvent}.Offer"/>, without asking for what it has not.</summary>
    public Outcome Send(in TEvent e) => subscriber.Receive(in e, Publisher);

    private protected override Outcome Deliver(in TEvent e) => Send(in e);
}

/// <summary>The same, for the events that a filter lets through, or for the first one.</summary>
internal sealed class FilteredSubscription<TEvent>(
    GObj publisher, IAccept<TEvent> subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(publisher, subscriber, options, filter is not null)
    where TEvent : struct, allows ref struct
{
    public override object Subscriber => subscriber;

    private protected override EventFilter<TEvent>? Filter => filter;

    private protected override Outcome Deliver(in TEvent e) => subscriber.Receive(in e, Publisher);
}

/// <summary>Posts the event to the subscriber: it gets it in the next cycle of its loop.</summary>
internal sealed class PostedSubscription<TEvent>(
    GObj publisher, IAccept<TEvent> subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(publisher, subscriber, options, filter is not null)
    where TEvent : struct
{
    public override object Subscriber => subscriber;

    private protected override Delivery Delivery => Delivery.Posted;

    private protected override EventFilter<TEvent>? Filter => filter;

    private protected override Outcome Deliver(in TEvent e) =>
        (subscriber as GObj ?? Publisher).Gaplic.Mailbox.Add(subscriber, Publisher, in e);
}

/// <summary>Sends the subscriber another event, made from the published one.</summary>
internal sealed class MappedSubscription<TEvent, TTo>(
    GObj publisher, IAccept<TTo> subscriber, EventMap<TEvent, TTo> map, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(publisher, subscriber, options, filter is not null)
    where TEvent : struct, allows ref struct
    where TTo : struct, allows ref struct
{
    public override object Subscriber => subscriber;

    private protected override Type? As => typeof(TTo);

    private protected override EventFilter<TEvent>? Filter => filter;

    private protected override Outcome Deliver(in TEvent e)
    {
        var renamed = map(in e);
        return subscriber.Receive(in renamed, Publisher);
    }
}

/// <summary>Calls a delegate.</summary>
internal sealed class CallbackSubscription<TEvent>(
    GObj publisher, EventCallback<TEvent> callback, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(publisher, callback, options, filter is not null)
    where TEvent : struct, allows ref struct
{
    public override object Subscriber => callback;

    private protected override Delivery Delivery => Delivery.Called;

    private protected override EventFilter<TEvent>? Filter => filter;

    private protected override Outcome Deliver(in TEvent e)
    {
        callback(Publisher, in e);
        return Outcome.Handled;
    }
}
