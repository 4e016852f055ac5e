using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FsmKit.CompilerServices;

/// <summary>Who receives one output event of one gobj, in the order of subscription; each subscriber once.</summary>
/// <remarks>A field of the publisher, one word: an event to which nobody has subscribed costs no more. Never copied, only referred to.</remarks>
/// <typeparam name="TEvent">The event.</typeparam>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is a place, not a value.")]
public struct Subscribers<TEvent>
    where TEvent : struct, allows ref struct
{
    // Nothing yet, the only subscription, or an array of several: of none, when there was one before, or it has been seen that there is none.
    // The array is replaced, never changed: a publication goes through what it found, whatever its subscribers do meanwhile.
    private object? _all;

    private static Subscription<TEvent>[]? _none;

    /// <summary>One for all. Not the empty array of .NET: that is a class's initialization, which may fail for ever when memory is short.</summary>
    [SuppressMessage("Performance", "CA1825:Avoid zero-length array allocations", Justification = "Said above.")]
    private static Subscription<TEvent>[] None => _none ??= new Subscription<TEvent>[0];

    /// <summary>How many there are.</summary>
    public readonly int Count => _all is null ? 0 : AreSeveral(_all) ? Several(_all).Length : 1;

    /// <summary>Delivers the event to each subscriber, until the publisher dies or its filter says that somebody owns the event.</summary>
    public void Publish(GObj publisher, in TEvent e)
    {
        if (_all is not { } all)
        {
            PublishToNone(publisher);
        }
        else if (all.GetType() == typeof(DirectSubscription<TEvent>))
        {
            PublishToOne(publisher, Unsafe.As<DirectSubscription<TEvent>>(all), in e);
        }
        else if (AreSeveral(all) && Several(all).Length == 0)
        {
            publisher.RequireLoopThread();
        }
        else
        {
            Publish(publisher, all, in e);
        }
    }

    /// <summary>Ends the subscriptions, or tells which there are; called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void Visit(SubscriberVisit visit)
    {
        if (_all is not { } all)
        {
            return;
        }

        // Ending one replaces the array, not what is gone through here.
        foreach (var subscription in AreSeveral(all) ? Several(all) : [One(all)])
        {
            if (visit.Found is { } found)
            {
                found.Add(subscription);
            }
            else if (visit.Force || (subscription.Options & SubscriptionOptions.Hard) == 0)
            {
                subscription.Dispose();
            }
        }
    }

    internal Subscription<TEvent> Add(Subscription<TEvent> subscription)
    {
        if (Find(subscription.Subscriber) is { } present)
        {
            Log.SubscribedTwice(present.Publisher.Gaplic.Logger, present.Subscriber, typeof(TEvent).Name, present.Publisher);
            present.Dispose();
        }

        _all = Count == 0 ? subscription
            : (Subscription<TEvent>[])(AreSeveral(_all!) ? [.. Several(_all!), subscription] : [One(_all!), subscription]);
        return subscription;
    }

    /// <summary>It is known that there may be no subscriber.</summary>
    internal void LeaveUnheard() => _all ??= None;

    internal readonly Subscription<TEvent>? Find(object subscriber)
    {
        if (_all is null || !AreSeveral(_all))
        {
            return _all is not null && One(_all).Subscriber.Equals(subscriber) ? One(_all) : null;
        }

        foreach (var subscription in Several(_all))
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
        if (_all == subscription)
        {
            _all = None;
        }
        else if (_all is not null && AreSeveral(_all))
        {
            var several = Several(_all);
            var at = Array.IndexOf(several, subscription);
            if (at >= 0)
            {
                _all = several.Length == 2
                    ? several[1 - at]
                    : (Subscription<TEvent>[])[.. several.AsSpan(0, at), .. several.AsSpan(at + 1)];
            }
        }
    }

    // Which of the two it is, is one comparison; the casts need none of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSeveral(object all) => all.GetType() == typeof(Subscription<TEvent>[]);

    private static Subscription<TEvent> One(object all) => Unsafe.As<Subscription<TEvent>>(all);

    private static Subscription<TEvent>[] Several(object all) => Unsafe.As<Subscription<TEvent>[]>(all);

    /// <summary>Nobody has subscribed to the event yet; from now on it is known that nobody may.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PublishToNone(GObj publisher)
    {
        publisher.RequireLoopThread();
        _all = None;
        Unheard.Tell<TEvent>(publisher);
    }

    /// <summary>The only one is active, as its end takes it out. Nobody comes after it, but the filter is told of each outcome.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PublishToOne(GObj publisher, DirectSubscription<TEvent> only, in TEvent e)
    {
        // Not in a finally: an exception goes to where the loop handed control over, and there it is taken back.
        var gaplic = publisher.Gaplic;
        gaplic.RequireLoopThread(publisher);
        var within = gaplic.Serving;
        gaplic.HandOver(only, within);
        var outcome = only.Send(in e);
        if (publisher.HasExtras)
        {
            publisher.TellOwner(outcome);
        }

        gaplic.TakeBack(within);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Publish(GObj publisher, object all, in TEvent e)
    {
        var gaplic = publisher.Gaplic;
        gaplic.RequireLoopThread(publisher);
        var within = gaplic.Serving;
        if (AreSeveral(all))
        {
            PublishToSeveral(publisher, gaplic, within, Several(all), in e);
        }
        else
        {
            gaplic.HandOver(One(all), within);
            publisher.TellOwner(One(all).Offer(in e));
        }

        gaplic.TakeBack(within);
    }

    /// <summary>A subscriber that throws does not keep the event from the others: the first exception is thrown when all have heard, the rest is logged.</summary>
    private static void PublishToSeveral(GObj publisher, GAplic gaplic, int within, Subscription<TEvent>[] several, in TEvent e)
    {
        Exception? first = null;
        for (var next = 0; next < several.Length;)
        {
            try
            {
                GoThrough(several, ref next, publisher, gaplic, within, in e);
            }
            catch (Exception x) when (GObj.IsKept(x))
            {
                publisher.KeepFault(ref first, x);
                if (publisher.IsDestroyed)
                {
                    break;
                }
            }
        }

        GObj.EndTransition(first);
    }

    /// <summary>
    /// Delivers from <paramref name="next"/> on, and leaves it past a subscriber that throws. The loop is a method of its own, as what is
    /// used inside of a try is kept on the stack.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void GoThrough(Subscription<TEvent>[] several, ref int next, GObj publisher, GAplic gaplic, int within, in TEvent e)
    {
        while (next < several.Length)
        {
            var at = next++;
            var subscription = several[at];
            if (!subscription.IsActive)
            {
                continue;
            }

            gaplic.HandOver(several, within, at);
            var outcome = subscription.Offer(in e);
            if (publisher.IsDestroyed || (publisher.OwnedEventFilter is { } owned && owned(outcome)))
            {
                next = several.Length;
            }
        }
    }
}
