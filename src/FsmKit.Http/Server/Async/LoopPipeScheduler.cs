using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>
/// Lets the continuations of a pipe run in a loop's thread: what the loop writes is read, and what is read lets the loop write on, without
/// a thread between. An action costs one entry in the loop's queue; a loop that is disposed drops it.
/// </summary>
internal sealed class LoopPipeScheduler(GAplic loop) : PipeScheduler
{
    /// <summary>Runs an action in a later cycle of the loop, never at once. Callable from any thread.</summary>
    public override void Schedule(Action<object?> action, object? state) => loop.PostCallback(action, state);
}
