namespace FsmKit;

/// <summary>Treatment of an event that is sent to a gobj while one of its own actions is running.</summary>
public enum Reentrancy : byte
{
    /// <summary>The event waits until the running transition has settled (<see cref="Outcome.Queued"/>).</summary>
    RunToCompletion,

    /// <summary>The event is handled at once, nested in the running action and in the state that is already set (GinsFSM's behaviour).</summary>
    Nested,
}
