using System.ComponentModel;

namespace FsmKit;

/// <content>Both sides of a gobj's subscriptions.</content>
public abstract partial class GObj
{
    private Subscription? _subscribings;

    /// <summary>
    /// The gobj that is subscribed, when this one is created, to each output event that it accepts; null is the parent (GinsFSM
    /// <c>subscriber</c>). As text: its unique name, its path, or nothing.
    /// </summary>
    /// <exception cref="GObjException">This gobj is created already, and the value is another one.</exception>
    public GObj? Subscriber
    {
        get => _extras?.Subscriber;
        set
        {
            if (value == Subscriber)
            {
                return;
            }

            if (_parent is not null)
            {
                throw new GObjException(
                    $"The subscriber of {this} counts at its creation only. Write it in the configure of Create or in the settings, or subscribe a gobj with Subscribe<E>.");
            }

            Extra.Subscriber = value;
        }
    }

    /// <summary>
    /// Asked after each delivery of a publication with what the subscriber made of the event; true = it owns the event, nobody else gets it
    /// (GinsFSM <c>set_owned_event_filter</c>).
    /// </summary>
    public Func<Outcome, bool>? OwnedEventFilter
    {
        get => _extras?.OwnedEventFilter;
        set => Extra.OwnedEventFilter = value;
    }

    /// <summary>Ends the subscriptions that others have to this gobj's events.</summary>
    /// <param name="force">Also those that are <see cref="SubscriptionOptions.Hard"/>.</param>
    public void UnsubscribeAll(bool force = false) => FsmVisitSubscribers(new SubscriberVisit(force));

    /// <summary>Whether anybody would receive the event: to leave out work that only a subscriber would see.</summary>
    protected static bool HasSubscribers<TEvent>(IPublish<TEvent> publisher)
        where TEvent : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return publisher.Subscribers.Count > 0;
    }

    /// <summary>What the only subscriber made of an event; nobody comes after it who could be spared.</summary>
    internal void TellOwner(Outcome outcome)
    {
        if (OwnedEventFilter is { } filter && !IsDestroyed)
        {
            filter(outcome);
        }
    }

    /// <summary>A subscription to its events has ended: the loop remembers no publication of it that is over.</summary>
    internal void ForgetPublications() => _gaplic?.ForgetServed();

    internal void AddSubscribing(Subscription subscription)
    {
        subscription.NextOfSubscriber = _subscribings;
        if (_subscribings is not null)
        {
            _subscribings.PreviousOfSubscriber = subscription;
        }

        _subscribings = subscription;
    }

    internal void RemoveSubscribing(Subscription subscription)
    {
        if (subscription.PreviousOfSubscriber is null)
        {
            _subscribings = subscription.NextOfSubscriber;
        }
        else
        {
            subscription.PreviousOfSubscriber.NextOfSubscriber = subscription.NextOfSubscriber;
        }

        if (subscription.NextOfSubscriber is not null)
        {
            subscription.NextOfSubscriber.PreviousOfSubscriber = subscription.PreviousOfSubscriber;
        }

        subscription.PreviousOfSubscriber = subscription.NextOfSubscriber = null;
    }

    /// <summary>Subscribes somebody to each output event that it accepts. Implemented by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmSubscribeAll(GObj subscriber)
    {
    }

    /// <summary>Goes to the subscribers of each output event. Implemented by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmVisitSubscribers(SubscriberVisit visit)
    {
    }

    /// <summary>The subscriptions to its events.</summary>
    private List<Subscription> AllSubscribers()
    {
        var found = new List<Subscription>();
        FsmVisitSubscribers(new SubscriberVisit(found));
        return found;
    }

    /// <summary>Its subscriptions to the events of others.</summary>
    private List<Subscription> AllSubscribings()
    {
        var found = new List<Subscription>();
        for (var subscription = _subscribings; subscription is not null; subscription = subscription.NextOfSubscriber)
        {
            found.Add(subscription);
        }

        // The newest is the first of the list.
        found.Reverse();
        return found;
    }

    private void EndSubscriptions()
    {
        UnsubscribeAll(force: true);
        while (_subscribings is { } subscription)
        {
            subscription.Dispose();
        }
    }
}
