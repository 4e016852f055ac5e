namespace FsmKit;

/// <summary>How a subscription behaves.</summary>
[Flags]
public enum SubscriptionOptions : byte
{
    /// <summary>Delivered at once, until somebody ends it.</summary>
    None = 0,

    /// <summary>Ends with the first delivery.</summary>
    Once = 1,

    /// <summary>Survives <c>Unsubscribe</c> without force; ends with <see cref="Subscription.Dispose"/> and when either side is destroyed.</summary>
    Hard = 2,
}
