namespace FsmKit;

/// <summary>Cause of an entry in a recording.</summary>
public enum RecordedKind : byte
{
    /// <summary>An event from outside: from a gobj that is not recorded, from another thread or from a callback.</summary>
    Event,

    /// <summary>A timeout of a state (<c>[After]</c>, <c>[Idle]</c>), or one that the gobj has started with <c>StartTimer</c>.</summary>
    Timeout,

    /// <summary>The end of asynchronous work (<c>[Invoke]</c>, <c>Invoke</c>).</summary>
    Result,

    /// <summary>An event that recorded gobjs had posted to each other, or that a <see cref="LoopTimer"/> of a recorded gobj caused.</summary>
    Own,

    /// <summary>An event that a recorded gobj sent while handling another one.</summary>
    Inner,

    /// <summary>A snapshot, at which a replay can begin.</summary>
    Snapshot,
}
