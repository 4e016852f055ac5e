using System.ComponentModel;

namespace FsmKit;

/// <content>Subscriptions to the events of a gobj, and of the gobj to events of others.</content>
public abstract partial class GObj
{
    private Subscription? _subscribings;

    /// <summary>
    /// The gobj that is subscribed, at the creation of this one, to each output event that it accepts (GinsFSM <c>subscriber</c>). Default
    /// null: the parent. In settings: a unique name, a path, or empty for the parent.
    /// </summary>
    /// <exception cref="GObjException">The value changes after the creation of this gobj.</exception>
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
    /// Filter that is called after each delivery of a publication with the outcome of the subscriber. True ends the publication: the subscriber owns
    /// the event and later subscribers do not get it (GinsFSM <c>set_owned_event_filter</c>). Default null: each subscriber gets the event.
    /// </summary>
    public Func<Outcome, bool>? OwnedEventFilter
    {
        get => _extras?.OwnedEventFilter;
        set => Extra.OwnedEventFilter = value;
    }

    /// <summary>Ends all subscriptions to this gobj's events.</summary>
    /// <param name="force">Whether to end <see cref="SubscriptionOptions.Hard"/> subscriptions too. Default false.</param>
    public void UnsubscribeAll(bool force = false) => FsmVisitSubscribers(new SubscriberVisit(force));

    /// <summary>Returns whether the event has a subscriber. Use it to skip work that only a subscriber would see.</summary>
    protected static bool HasSubscribers<TEvent>(IPublish<TEvent> publisher)
        where TEvent : struct, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return publisher.Subscribers.Count > 0;
    }

    /// <summary>Calls the filter with the outcome of the only subscriber. The result is ignored, because no subscriber follows.</summary>
    internal void TellOwner(Outcome outcome)
    {
        if (OwnedEventFilter is { } filter && !IsDestroyed)
        {
            filter(outcome);
        }
    }

    /// <summary>Clears the loop's references to finished publications, after a subscription to this gobj's events has ended.</summary>
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

    /// <summary>Subscribes a gobj to each output event that it accepts. Implemented by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmSubscribeAll(GObj subscriber)
    {
    }

    /// <summary>
    /// Ends or lists the subscriptions to each output event, as <paramref name="visit"/> says. Implemented by the generator.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmVisitSubscribers(SubscriberVisit visit)
    {
    }

    /// <summary>Returns the subscriptions to this gobj's events.</summary>
    private List<Subscription> AllSubscribers()
    {
        var found = new List<Subscription>();
        FsmVisitSubscribers(new SubscriberVisit(found));
        return found;
    }

    /// <summary>Returns this gobj's subscriptions to events of other gobjs, the oldest first.</summary>
    private List<Subscription> AllSubscribings()
    {
        var found = new List<Subscription>();
        for (var subscription = _subscribings; subscription is not null; subscription = subscription.NextOfSubscriber)
        {
            found.Add(subscription);
        }

        // The linked list begins with the newest.
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
