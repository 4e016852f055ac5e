namespace FsmKit;

/// <summary>
/// Sends each event to the subscriber during the publication. Most subscriptions are of this class; a publication recognizes the class and calls it
/// directly.
/// </summary>
internal sealed class DirectSubscription<TEvent>(GObj publisher, IAccept<TEvent> subscriber, SubscriptionOptions options)
    : Subscription<TEvent>(publisher, subscriber, options, isFiltered: false)
    where TEvent : struct, allows ref struct
{
    public override object Subscriber => subscriber;

    /// <summary>Receiver of the events. A publication calls it without the check for a filter, which this class does not have.</summary>
    public IAccept<TEvent> Receiver => subscriber;

    private protected override Outcome Deliver(in TEvent e) => subscriber.Receive(in e, Publisher);
}

/// <summary>Sends the events that pass a filter, or only the first event, to the subscriber during the publication.</summary>
internal sealed class FilteredSubscription<TEvent>(
    GObj publisher, IAccept<TEvent> subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(publisher, subscriber, options, filter is not null)
    where TEvent : struct, allows ref struct
{
    public override object Subscriber => subscriber;

    private protected override EventFilter<TEvent>? Filter => filter;

    private protected override Outcome Deliver(in TEvent e) => subscriber.Receive(in e, Publisher);
}

/// <summary>Posts each event to the subscriber, for the next cycle of the subscriber's loop.</summary>
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

/// <summary>Sends the subscriber another event, created from the published one.</summary>
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

/// <summary>Calls a delegate during the publication.</summary>
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
