namespace FsmKit;

/// <summary>That somebody receives an event of a gobj. Both sides know it, and it ends when either of them is destroyed.</summary>
public abstract class Subscription : IDisposable
{
    private protected Subscription(GObj publisher, object subscriber, SubscriptionOptions options)
    {
        Publisher = publisher;
        Options = options;
        (subscriber as GObj)?.AddSubscribing(this);
    }

    /// <summary>Who publishes.</summary>
    public GObj Publisher { get; }

    /// <summary>Who receives: a gobj, or the delegate of a callback subscription.</summary>
    public abstract object Subscriber { get; }

    /// <summary>How it behaves.</summary>
    public SubscriptionOptions Options { get; }

    /// <summary>Whether it still delivers.</summary>
    public bool IsActive { get; private set; } = true;

    // The subscriber's side is a list through the subscriptions themselves: a server with ten thousand of them ends one in no time.
    internal Subscription? PreviousOfSubscriber { get; set; }

    internal Subscription? NextOfSubscriber { get; set; }

    /// <summary>Ends the subscription, hard or not.</summary>
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
