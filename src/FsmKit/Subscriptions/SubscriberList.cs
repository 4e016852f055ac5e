using System.Diagnostics.CodeAnalysis;

namespace FsmKit;

/// <summary>
/// List of the subscriptions to one output event of one gobj. Other code can count the subscriptions, but cannot publish the event through
/// the list.
/// </summary>
/// <typeparam name="TEvent">Type of the event.</typeparam>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A reference to a place, not a value.")]
public readonly ref struct SubscriberList<TEvent>
    where TEvent : struct, allows ref struct
{
    private readonly ref Subscribers<TEvent> _subscribers;

    /// <summary>Creates a list that refers to a field of a publisher. For generated code.</summary>
    /// <param name="subscribers">The field with the subscribers of the event.</param>
    public SubscriberList(ref Subscribers<TEvent> subscribers) => _subscribers = ref subscribers;

    /// <summary>The number of subscriptions; 0 when there is none.</summary>
    public int Count => _subscribers.Count;

    /// <summary>The field of the publisher.</summary>
    internal ref Subscribers<TEvent> Field => ref _subscribers;
}
