namespace FsmKit;

/// <summary>How a published event comes to a subscriber.</summary>
public enum Delivery : byte
{
    /// <summary>Sent inside the publication.</summary>
    Sent,

    /// <summary>Posted: it comes in the next cycle of the subscriber's loop.</summary>
    Posted,

    /// <summary>As the argument of a delegate that is called inside the publication.</summary>
    Called,
}
