namespace FsmKit;

/// <summary>Options of a subscription.</summary>
[Flags]
public enum SubscriptionOptions : byte
{
    /// <summary>The subscription lasts until it is ended.</summary>
    None = 0,

    /// <summary>The subscription ends with the first delivery.</summary>
    Once = 1,

    /// <summary>
    /// <c>Unsubscribe</c> without force does not end the subscription. <see cref="Subscription.Dispose"/> and the destruction of either side do.
    /// </summary>
    Hard = 2,
}
