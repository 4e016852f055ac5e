namespace FsmKit;

/// <summary>Why an entry of a recording happened.</summary>
public enum RecordedKind : byte
{
    /// <summary>An event from outside: of a gobj that is not recorded, of another thread, of a callback.</summary>
    Event,

    /// <summary>A timeout of the gobj: of a state, or named.</summary>
    Timeout,

    /// <summary>Asynchronous work has ended (<c>[Invoke]</c>, <c>Invoke</c>).</summary>
    Result,

    /// <summary>What recorded gobjs had posted to each other, or a <see cref="LoopTimer"/> of theirs.</summary>
    Own,

    /// <summary>An event that a recorded gobj sent while it handled another one.</summary>
    Inner,

    /// <summary>A snapshot: a replay can begin here.</summary>
    Snapshot,
}
