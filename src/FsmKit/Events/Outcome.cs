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
}
