using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>A subscription to one event type.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public abstract class Subscription<TEvent> : Subscription, IHandOver
    where TEvent : struct, allows ref struct
{
    // One question for what hardly any subscription has: a filter, or an end with the first delivery.
    private readonly bool _isConditional;

    private protected Subscription(GObj publisher, object subscriber, SubscriptionOptions options, bool isFiltered)
        : base(publisher, subscriber, options) => _isConditional = isFiltered || (options & SubscriptionOptions.Once) != 0;

    object? IHandOver.To => Subscriber;

    string IHandOver.With => typeof(TEvent).Name;

    /// <summary>What the subscriber gets instead of the event; null is the event itself.</summary>
    private protected virtual Type? As => null;

    private protected virtual Delivery Delivery => Delivery.Sent;

    /// <summary>The filter, where there is one: the plain subscription, of which there are most, has no room for it.</summary>
    private protected virtual EventFilter<TEvent>? Filter => null;

    /// <summary>Delivers the event unless the filter says no.</summary>
    /// <returns>What became of it; <see cref="Outcome.Ignored"/> when the filter said no.</returns>
    internal Outcome Offer(in TEvent e) =>
        GetType() == typeof(DirectSubscription<TEvent>) ? Unsafe.As<DirectSubscription<TEvent>>(this).Send(in e)
        : _isConditional && !IsWanted(in e) ? Outcome.Ignored
        : Deliver(in e);

    internal sealed override SubscriptionDescription Describe() => new(
        TypeText.Of(typeof(TEvent)), Publisher.FullName, NameOf(Subscriber), As is { } other ? TypeText.Of(other) : null, Delivery, Options, Filter is not null);

    private static string NameOf(object subscriber) => subscriber switch
    {
        GObj gobj => gobj.FullName,
        Delegate callback => StallText.MethodName(callback.Method),
        _ => TypeText.Of(subscriber.GetType()),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsWanted(in TEvent e)
    {
        if (Filter is { } filter && !filter(in e))
        {
            return false;
        }

        if ((Options & SubscriptionOptions.Once) != 0)
        {
            Dispose();
        }

        return true;
    }

    private protected abstract Outcome Deliver(in TEvent e);

    private protected sealed override void RemoveFromPublisher() => ((IPublish<TEvent>)Publisher).Subscribers.Field.Remove(this);
}
