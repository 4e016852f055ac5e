using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Who receives one output event of one gobj, in the order of subscription; each subscriber once.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class Subscribers<TEvent> : SubscriberList
    where TEvent : struct, allows ref struct
{
    // Nearly always there is one, or none: it needs no array. The array is replaced, never changed: a publication goes through what it
    // found, whatever its subscribers do meanwhile.
    private Subscription<TEvent>? _first;
    private Subscription<TEvent>[] _others = [];

    /// <summary>The list of one output event; made by generated code.</summary>
    public Subscribers(GObj publisher)
        : base(publisher)
    {
    }

    /// <summary>How many there are.</summary>
    public override int Count => _first is null ? 0 : _others.Length + 1;

    /// <summary>Delivers the event to each subscriber, until the publisher dies or its filter says that somebody owns the event.</summary>
    public void Publish(in TEvent e)
    {
        var first = _first;
        var others = _others;
        if (first is null)
        {
            return;
        }

        // Not in a finally: an exception goes to where the loop handed control over, and there it is taken back.
        var gaplic = Publisher.Gaplic;
        var before = gaplic.Serving;
        if (Goes(first, gaplic, in e))
        {
            foreach (var subscription in others)
            {
                if (!Goes(subscription, gaplic, in e))
                {
                    break;
                }
            }
        }

        gaplic.TakeBack(before);
    }

    internal Subscription<TEvent> Add(Subscription<TEvent> subscription)
    {
        if (Find(subscription.Subscriber) is { } present)
        {
            Log.SubscribedTwice(Publisher.Gaplic.Logger, present.Subscriber, typeof(TEvent).Name, Publisher);
            present.Dispose();
        }

        if (_first is null)
        {
            _first = subscription;
        }
        else
        {
            _others = [.. _others, subscription];
        }

        return subscription;
    }

    internal override Subscription? Find(object subscriber)
    {
        if (_first is null || _first.Subscriber.Equals(subscriber))
        {
            return _first;
        }

        foreach (var subscription in _others)
        {
            if (subscription.Subscriber.Equals(subscriber))
            {
                return subscription;
            }
        }

        return null;
    }

    internal void Remove(Subscription<TEvent> subscription)
    {
        if (_first == subscription)
        {
            _first = _others.Length > 0 ? _others[0] : null;
            _others = _others.Length > 1 ? _others[1..] : [];
            return;
        }

        var at = Array.IndexOf(_others, subscription);
        if (at >= 0)
        {
            _others = _others.Length == 1 ? [] : [.. _others.AsSpan(0, at), .. _others.AsSpan(at + 1)];
        }
    }

    internal override void End(bool force)
    {
        // Ending one moves the others up.
        Subscription<TEvent>[] all = _first is null ? [] : [_first, .. _others];
        foreach (var subscription in all)
        {
            if (force || (subscription.Options & SubscriptionOptions.Hard) == 0)
            {
                subscription.Dispose();
            }
        }
    }

    /// <summary>Delivers to one subscriber, and tells whether the publication goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Goes(Subscription<TEvent> subscription, GAplic gaplic, in TEvent e)
    {
        if (!subscription.IsActive)
        {
            return true;
        }

        gaplic.HandOver(subscription);
        var outcome = subscription.Offer(in e);
        return !Publisher.IsDestroyed && !(Publisher.OwnedEventFilter is { } owned && owned(outcome));
    }
}
