namespace FsmKit.Net;

/// <summary>What becomes of a message for which there is no room in the queue of a <see cref="GConnex"/>.</summary>
public enum QueuePolicy : byte
{
    /// <summary>It is refused, <see cref="Outcome.Refused"/>, with a warning in the log: the sender knows.</summary>
    RefuseNew,

    /// <summary>The oldest messages make room for it; <see cref="GConnex.DroppedMessages"/> counts them, and the log says so once.</summary>
    DropOldest,
}
