namespace FsmKit;

/// <summary>Delivery of a published event to a subscriber.</summary>
public enum Delivery : byte
{
    /// <summary>The event is sent during the publication.</summary>
    Sent,

    /// <summary>The event is posted, for the next turn of the subscriber's loop.</summary>
    Posted,

    /// <summary>The event is the argument of a delegate that is called during the publication.</summary>
    Called,
}
