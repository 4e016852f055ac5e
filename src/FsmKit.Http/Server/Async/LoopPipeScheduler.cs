using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>
/// Runs the continuations of a pipe on the loop, without a thread in between. An action costs one entry in the queue of the loop. A
/// disposed loop drops the action.
/// </summary>
internal sealed class LoopPipeScheduler(GAplic loop) : PipeScheduler
{
    /// <summary>Runs an action in a later cycle of the loop, never at once. Callable from any thread.</summary>
    public override void Schedule(Action<object?> action, object? state) => loop.PostCallback(action, state);
}
