using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>Where handlers run that do not run on the loop, and the pipes between them and the loop: the system's; a test has its own.</summary>
internal class HandlerPool
{
    /// <summary>The thread pool.</summary>
    public static HandlerPool System { get; } = new();

    /// <summary>Runs what waits for a pipe at the handlers' end.</summary>
    public virtual PipeScheduler Scheduler => PipeScheduler.ThreadPool;

    /// <summary>Starts a handler; the task ends with it.</summary>
    public virtual Task Run(Func<Task> handler) => Task.Run(handler);

    /// <summary>Opens a pipe: one end is the loop's, the other one a handler's.</summary>
    public virtual (PipeReader Reader, PipeWriter Writer) Open(PipeOptions options)
    {
        var pipe = new Pipe(options);
        return (pipe.Reader, pipe.Writer);
    }
}
