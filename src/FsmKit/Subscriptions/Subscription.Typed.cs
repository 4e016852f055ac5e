namespace FsmKit;

/// <summary>A subscription to one event type.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public abstract class Subscription<TEvent> : Subscription, IHandOver
    where TEvent : struct, allows ref struct
{
    private readonly Subscribers<TEvent> _list;
    private readonly EventFilter<TEvent>? _filter;

    private protected Subscription(
        Subscribers<TEvent> list, object subscriber, SubscriptionOptions options, EventFilter<TEvent>? filter)
        : base(subscriber, options)
    {
        _list = list;
        _filter = filter;
    }

    /// <inheritdoc/>
    public sealed override GObj Publisher => _list.Publisher;

    object? IHandOver.To => Subscriber;

    string IHandOver.With => typeof(TEvent).Name;

    /// <summary>Delivers the event unless the filter says no.</summary>
    /// <returns>What became of it; <see cref="Outcome.Ignored"/> when the filter said no.</returns>
    internal Outcome Offer(in TEvent e)
    {
        if (_filter is not null && !_filter(in e))
        {
            return Outcome.Ignored;
        }

        if ((Options & SubscriptionOptions.Once) != 0)
        {
            Dispose();
        }

        return Deliver(in e);
    }

    private protected abstract Outcome Deliver(in TEvent e);

    private protected sealed override void RemoveFromPublisher() => _list.Remove(this);
}
