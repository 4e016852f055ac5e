namespace FsmKit;

/// <summary>Kind of a row: its answer to the event.</summary>
public enum Answer : byte
{
    /// <summary>The event runs an action and may lead to another state.</summary>
    On,

    /// <summary>The event is expected and has no effect.</summary>
    Ignore,

    /// <summary>The event must not happen here.</summary>
    Refuse,

    /// <summary>A state timeout is due.</summary>
    After,

    /// <summary>An idle timeout is due; each event that is handled in the state restarts this timeout.</summary>
    Idle,

    /// <summary>The event is kept, and handled again after the innermost state has changed.</summary>
    Defer,

    /// <summary>No event: the row is checked after the start of the gobj and after each row that has run.</summary>
    Always,

    /// <summary>No event: the state of the row is completed, because a final state inside has been entered.</summary>
    Done,

    /// <summary>The event is forwarded and may lead to another state. <see cref="RowDescription.Forward"/> gives the destination.</summary>
    Forward,
}
