namespace FsmKit;

/// <summary>The subscribers of one output event, whatever its type.</summary>
public abstract class SubscriberList
{
    private protected SubscriberList(GObj publisher)
    {
        Publisher = publisher;
        NextOfPublisher = publisher.AddSubscriberList(this);
    }

    /// <summary>Who publishes.</summary>
    public GObj Publisher { get; }

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    internal SubscriberList? NextOfPublisher { get; }

    internal abstract Subscription? Find(object subscriber);

    internal abstract void End(bool force);
}
