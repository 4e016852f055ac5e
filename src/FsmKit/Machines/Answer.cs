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

    /// <summary>A timeout of silence.</summary>
    Idle,

    /// <summary>The event is kept until the state has changed.</summary>
    Defer,

    /// <summary>A row without an event.</summary>
    Always,

    /// <summary>The completion of a composite.</summary>
    Done,
}
