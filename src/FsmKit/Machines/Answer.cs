namespace FsmKit;

/// <summary>What a row says about its event.</summary>
public enum Answer : byte
{
    /// <summary>The event runs an action and may lead to another state.</summary>
    On,

    /// <summary>The event is expected and has no effect.</summary>
    Ignore,

    /// <summary>The event must not happen here.</summary>
    Refuse,

    /// <summary>A state timeout.</summary>
    After,

    /// <summary>A timeout of silence: armed again by every event that is handled in the state.</summary>
    Idle,

    /// <summary>The event is kept, and tried again when the leaf has changed.</summary>
    Defer,

    /// <summary>No event: the row is examined after each transition has settled.</summary>
    Always,

    /// <summary>No event: the composite is completed, as a final state inside has been entered.</summary>
    Done,

    /// <summary>The event is passed on and may lead to another state: <see cref="RowDescription.Forward"/> says where to.</summary>
    Forward,
}
