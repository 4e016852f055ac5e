namespace FsmKit;

/// <summary>What happens to an event that is sent to a gobj which is inside one of its own actions.</summary>
public enum Reentrancy : byte
{
    /// <summary>The event waits until the running transition has settled (<see cref="Outcome.Queued"/>).</summary>
    RunToCompletion,

    /// <summary>The event is handled at once, nested in the running action, against the state that is already set (GinsFSM's contract).</summary>
    Nested,
}
