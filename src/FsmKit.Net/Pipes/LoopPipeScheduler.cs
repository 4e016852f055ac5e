using System.IO.Pipelines;

namespace FsmKit.Net;

/// <summary>Runs the continuations of a pipe on the thread of a loop.</summary>
internal sealed class LoopPipeScheduler(GAplic loop) : PipeScheduler
{
    /// <summary>Whether continuations run inside the call that causes them, which is then on the loop's thread.</summary>
    public bool RunsHere { get; set; }

    public override void Schedule(Action<object?> action, object? state)
    {
        if (RunsHere)
        {
            action(state);
        }
        else
        {
            loop.PostCallback(action, state);
        }
    }
}
