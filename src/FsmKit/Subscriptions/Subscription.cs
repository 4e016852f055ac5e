namespace FsmKit;

/// <summary>Connection between a publisher and a subscriber of one of its events. The subscription ends when either side is destroyed.</summary>
public abstract class Subscription : IDisposable
{
    private protected Subscription(GObj publisher, object subscriber, SubscriptionOptions options)
    {
        Publisher = publisher;
        Options = options;
        (subscriber as GObj)?.AddSubscribing(this);
    }

    /// <summary>The publishing gobj.</summary>
    public GObj Publisher { get; }

    /// <summary>The subscriber: a gobj, or the delegate of a callback subscription.</summary>
    public abstract object Subscriber { get; }

    /// <summary>Options of the subscription.</summary>
    public SubscriptionOptions Options { get; }

    /// <summary>Whether the subscription still delivers events.</summary>
    public bool IsActive { get; private set; } = true;

    // A subscriber's subscriptions form a linked list through themselves, so that a server with ten thousand of them ends one in constant time.
    internal Subscription? PreviousOfSubscriber { get; set; }

    internal Subscription? NextOfSubscriber { get; set; }

    /// <summary>
    /// Ends the subscription, also one with <see cref="SubscriptionOptions.Hard"/>. A second call has no effect. While the publisher's loop runs, a call
    /// from another thread throws <see cref="GObjException"/>.
    /// </summary>
    public void Dispose()
    {
        if (IsActive)
        {
            Publisher.RequireLoopThread();
            IsActive = false;
            (Subscriber as GObj)?.RemoveSubscribing(this);
            RemoveFromPublisher();
            Publisher.ForgetPublications();
        }

        GC.SuppressFinalize(this);
    }

    internal abstract SubscriptionDescription Describe();

    private protected abstract void RemoveFromPublisher();
}
