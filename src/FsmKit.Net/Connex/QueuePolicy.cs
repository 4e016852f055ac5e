namespace FsmKit.Net;

/// <summary>Treatment of a message that does not fit into the queue of a <see cref="GConnex"/>.</summary>
public enum QueuePolicy : byte
{
    /// <summary>Refuses the new message with <see cref="Outcome.Refused"/> and a warning in the log.</summary>
    RefuseNew,

    /// <summary>
    /// Drops the oldest messages until the new message fits. <see cref="GConnex.DroppedMessages"/> counts them; the log gets one line until a queued
    /// message is sent again.
    /// </summary>
    DropOldest,
}
