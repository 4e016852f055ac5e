namespace FsmKit;

/// <summary>Who receives one output event of one gobj, in the order of subscription; each subscriber once.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class Subscribers<TEvent> : SubscriberList
    where TEvent : struct, allows ref struct
{
    // Replaced, never changed: a publication goes through the array that it found, whatever its subscribers do meanwhile.
    private Subscription<TEvent>[] _subscriptions = [];

    /// <summary>The list of one output event; made by generated code.</summary>
    public Subscribers(GObj publisher)
        : base(publisher)
    {
    }

    /// <summary>How many there are.</summary>
    public override int Count => _subscriptions.Length;

    /// <summary>Delivers the event to each subscriber, until the publisher dies or its filter says that somebody owns the event.</summary>
    public void Publish(in TEvent e)
    {
        var subscriptions = _subscriptions;
        if (subscriptions.Length == 0)
        {
            return;
        }

        // Not in a finally: an exception goes to where the loop handed control over, and there it is taken back.
        var gaplic = Publisher.Gaplic;
        var before = gaplic.Serving;
        foreach (var subscription in subscriptions)
        {
            if (!subscription.IsActive)
            {
                continue;
            }

            gaplic.HandOver(subscription);
            var outcome = subscription.Offer(in e);
            if (Publisher.IsDestroyed || (Publisher.OwnedEventFilter is { } owned && owned(outcome)))
            {
                break;
            }
        }

        gaplic.TakeBack(before);
    }

    internal Subscription<TEvent> Add(Subscription<TEvent> subscription)
    {
        foreach (var present in _subscriptions)
        {
            if (present.Subscriber.Equals(subscription.Subscriber))
            {
                Log.SubscribedTwice(Publisher.Gaplic.Logger, present.Subscriber, typeof(TEvent).Name, Publisher);
                present.Dispose();
                break;
            }
        }

        _subscriptions = [.. _subscriptions, subscription];
        return subscription;
    }

    internal override Subscription? Find(object subscriber) =>
        Array.Find(_subscriptions, subscription => subscription.Subscriber.Equals(subscriber));

    internal void Remove(Subscription<TEvent> subscription)
    {
        var at = Array.IndexOf(_subscriptions, subscription);
        if (at >= 0)
        {
            _subscriptions = _subscriptions.Length == 1 ? [] : [.. _subscriptions.AsSpan(0, at), .. _subscriptions.AsSpan(at + 1)];
        }
    }

    internal override void End(bool force)
    {
        foreach (var subscription in _subscriptions)
        {
            if (force || (subscription.Options & SubscriptionOptions.Hard) == 0)
            {
                subscription.Dispose();
            }
        }
    }
}
