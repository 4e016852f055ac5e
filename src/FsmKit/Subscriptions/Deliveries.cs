namespace FsmKit;

/// <summary>Sends the event to the subscriber, inside the publication.</summary>
internal sealed class DirectSubscription<TEvent>(
    Subscribers<TEvent> list, IAccept<TEvent> subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(list, subscriber, options, filter)
    where TEvent : struct, allows ref struct
{
    private protected override Outcome Deliver(in TEvent e) => subscriber.Receive(in e, Publisher);
}

/// <summary>Posts the event to the subscriber: it gets it in the next cycle of its loop.</summary>
internal sealed class PostedSubscription<TEvent>(
    Subscribers<TEvent> list, IAccept<TEvent> subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(list, subscriber, options, filter)
    where TEvent : struct
{
    private protected override Outcome Deliver(in TEvent e) =>
        (subscriber as GObj ?? Publisher).Gaplic.Mailbox.Add(subscriber, Publisher, in e);
}

/// <summary>Sends the subscriber another event, made from the published one.</summary>
internal sealed class MappedSubscription<TEvent, TTo>(
    Subscribers<TEvent> list, IAccept<TTo> subscriber, EventMap<TEvent, TTo> map, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(list, subscriber, options, filter)
    where TEvent : struct, allows ref struct
    where TTo : struct, allows ref struct
{
    private protected override Outcome Deliver(in TEvent e)
    {
        var renamed = map(in e);
        return subscriber.Receive(in renamed, Publisher);
    }
}

/// <summary>Calls a delegate.</summary>
internal sealed class CallbackSubscription<TEvent>(
    Subscribers<TEvent> list, EventCallback<TEvent> callback, SubscriptionOptions options, EventFilter<TEvent>? filter)
    : Subscription<TEvent>(list, callback, options, filter)
    where TEvent : struct, allows ref struct
{
    private protected override Outcome Deliver(in TEvent e)
    {
        callback(Publisher, in e);
        return Outcome.Handled;
    }
}
