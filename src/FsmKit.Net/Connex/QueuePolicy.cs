namespace FsmKit.Net;

/// <summary>Treatment of a message that does not fit into the queue of a <see cref="GConnex"/>.</summary>
public enum QueuePolicy : byte
{
    /// <summary>Refuses the new message with <see cref="Outcome.Refused"/> and a warning in the log.</summary>
    RefuseNew,

    /// <summary>
    /// Drops the oldest messages until the new message fits. <see cref="GConnex.DroppedMessages"/> counts them. Only the first drop is
    /// logged, and the first again after a queued message was sent.
    /// </summary>
    DropOldest,
}
