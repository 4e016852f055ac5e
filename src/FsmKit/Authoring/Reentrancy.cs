namespace FsmKit;

/// <summary>Treatment of an event that is sent to a gobj while one of its own actions is running.</summary>
public enum Reentrancy : byte
{
    /// <summary>The event waits until the running transition has ended (<see cref="Outcome.Queued"/>).</summary>
    RunToCompletion,

    /// <summary>
    /// The event is handled at once, inside the running action; the current state is already the next state of the running row (GinsFSM's
    /// behaviour).
    /// </summary>
    Nested,
}
