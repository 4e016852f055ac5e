namespace FsmKit;

/// <summary>What became of an event that was sent. A refusal is a value, not an exception: a machine must keep running.</summary>
public enum Outcome : byte
{
    /// <summary>A row took it; its action has run.</summary>
    Handled = 0,

    /// <summary>The state expects it and has nothing to do.</summary>
    Ignored = 1,

    /// <summary>The state has no answer to it, no guard held, or a queue was full. It is in the log.</summary>
    Refused = 2,

    /// <summary>It waits: for the running transition to settle (send) or for the next loop cycle (post).</summary>
    Queued = 4,

    /// <summary>The destination is destroyed.</summary>
    Destroyed = 5,

    /// <summary>The state keeps it for later: it comes again when the state has changed.</summary>
    Deferred = 6,

    /// <summary>The destination has come to its end, a <see cref="FinalAttribute"/> state, and takes no event any more.</summary>
    Finished = 7,
}
