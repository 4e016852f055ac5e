namespace FsmKit;

/// <summary>Result of sending or posting an event. A refusal is a value and not an exception, so that a machine keeps running.</summary>
public enum Outcome : byte
{
    /// <summary>A row took the event, and its action has run.</summary>
    Handled = 0,

    /// <summary>The state expects the event and ignores it.</summary>
    Ignored = 1,

    /// <summary>The state does not answer the event, no guard returned true, or a queue was full. The refusal is logged.</summary>
    Refused = 2,

    /// <summary>The event waits: after a send for the end of the running transition, after a post for the next turn of the loop.</summary>
    Queued = 4,

    /// <summary>The destination has been destroyed.</summary>
    Destroyed = 5,

    /// <summary>The state keeps the event for later; the event is handled again after the innermost state has changed.</summary>
    Deferred = 6,

    /// <summary>The destination is in a <see cref="FinalAttribute"/> state at the top level of its machine and accepts no more events.</summary>
    Finished = 7,
}
