using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Subscription to one event type.</summary>
/// <typeparam name="TEvent">Type of the event.</typeparam>
public abstract class Subscription<TEvent> : Subscription, IHandOver
    where TEvent : struct, allows ref struct
{
    // One check for two rare features: a filter, and an end with the first delivery.
    private readonly bool _isConditional;

    private protected Subscription(GObj publisher, object subscriber, SubscriptionOptions options, bool isFiltered)
        : base(publisher, subscriber, options) => _isConditional = isFiltered || (options & SubscriptionOptions.Once) != 0;

    object? IHandOver.To => Subscriber;

    string IHandOver.With => typeof(TEvent).Name;

    /// <summary>Type of the event that the subscriber gets instead; null for the published event itself.</summary>
    private protected virtual Type? As => null;

    private protected virtual Delivery Delivery => Delivery.Sent;

    /// <summary>The filter, or null. A virtual property, because the plain and most common subscription has no field for a filter.</summary>
    private protected virtual EventFilter<TEvent>? Filter => null;

    /// <summary>Delivers the event unless the filter rejects it.</summary>
    /// <returns>The outcome of the subscriber; <see cref="Outcome.Ignored"/> if the filter rejected the event.</returns>
    internal Outcome Offer(in TEvent e) =>
        GetType() == typeof(DirectSubscription<TEvent>) ? Unsafe.As<DirectSubscription<TEvent>>(this).Receiver.Receive(in e, Publisher)
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
