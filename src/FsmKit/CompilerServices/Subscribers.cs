using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FsmKit.CompilerServices;

/// <summary>Subscribers of one output event of one gobj, in the order of subscription. Each subscriber is listed once.</summary>
/// <remarks>
/// The struct is a field of the publisher and takes one word: an event without subscribers costs no more. Do not copy it; use it by reference.
/// </remarks>
/// <typeparam name="TEvent">Type of the event.</typeparam>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is a place, not a value.")]
public struct Subscribers<TEvent>
    where TEvent : struct, allows ref struct
{
    // Null before the first use; a single subscription; or an array of subscriptions. The array is empty after the last subscription has ended, or
    // after the lack of subscribers has been reported. An array is replaced and never changed: a publication iterates over the array that it found,
    // whatever its subscribers do meanwhile.
    private object? _all;

    private static Subscription<TEvent>[]? _none;

    /// <summary>Shared empty array. Not Array.Empty: its class initialization may fail for ever when memory is short.</summary>
    [SuppressMessage("Performance", "CA1825:Avoid zero-length array allocations", Justification = "Said above.")]
    [SuppressMessage("Performance", "MA0005:Use Array.Empty", Justification = "Said above.")]
    private static Subscription<TEvent>[] None => _none ??= new Subscription<TEvent>[0];

    /// <summary>Number of subscribers.</summary>
    public readonly int Count => _all is null ? 0 : AreSeveral(_all) ? Several(_all).Length : 1;

    /// <summary>
    /// Delivers the event to each subscriber. Stops when the publisher is destroyed or its <see cref="GObj.OwnedEventFilter"/> returns true. On the
    /// publisher's loop thread only.
    /// </summary>
    [DebuggerStepThrough]
    public void Publish(GObj publisher, in TEvent e)
    {
        if (_all is not { } all)
        {
            PublishToNone(publisher);
        }
        else if (all.GetType() == typeof(DirectSubscription<TEvent>))
        {
            // The only subscription is active, because ended ones are removed. The filter sees the outcome although no subscriber follows.
            // No finally: an exception goes to the point where the loop handed over control, and control is taken back there.
            var only = Unsafe.As<DirectSubscription<TEvent>>(all);
            var gaplic = publisher.Gaplic;
            gaplic.RequireLoopThread(publisher);
            var within = gaplic.Serving;
            gaplic.HandOver(only, within);
            var outcome = only.Receiver.Receive(in e, publisher);
            if (publisher.HasExtras)
            {
                publisher.TellOwner(outcome);
            }

            gaplic.TakeBack(within);
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

    /// <summary>Ends or lists the subscriptions. Called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly void Visit(SubscriberVisit visit)
    {
        if (_all is not { } all)
        {
            return;
        }

        // Ending a subscription replaces the array and does not change the one of this iteration.
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
            Log.SubscribedTwice(present.Publisher.Logger, present.Subscriber, typeof(TEvent).Name, present.Publisher);
            present.Dispose();
        }

        _all = Count == 0 ? subscription
            : (Subscription<TEvent>[])(AreSeveral(_all!) ? [.. Several(_all!), subscription] : [One(_all!), subscription]);
        return subscription;
    }

    /// <summary>Suppresses the warning about an event without subscribers.</summary>
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

    // One comparison decides between the two; the casts below need no check.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSeveral(object all) => all.GetType() == typeof(Subscription<TEvent>[]);

    private static Subscription<TEvent> One(object all) => Unsafe.As<Subscription<TEvent>>(all);

    private static Subscription<TEvent>[] Several(object all) => Unsafe.As<Subscription<TEvent>[]>(all);

    /// <summary>Reports, once, an event that never had a subscriber.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PublishToNone(GObj publisher)
    {
        publisher.RequireLoopThread();
        _all = None;
        Unheard.Tell<TEvent>(publisher);
    }

    [DebuggerStepThrough, MethodImpl(MethodImplOptions.NoInlining)]
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

    /// <summary>
    /// Delivers to all subscriptions. An exception of one does not stop the delivery to the others: the first exception is thrown at the end, further
    /// ones are logged.
    /// </summary>
    [DebuggerStepThrough]
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
    /// Delivers from index <paramref name="next"/> on. When a subscriber throws, <paramref name="next"/> is already the index of the following one.
    /// The loop is in a separate method, because local variables inside a try block are kept on the stack.
    /// </summary>
    [DebuggerStepThrough, MethodImpl(MethodImplOptions.NoInlining)]
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
