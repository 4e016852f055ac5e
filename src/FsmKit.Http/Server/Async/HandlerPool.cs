using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>Runs handlers off the loop and opens their pipes. Tests replace it.</summary>
internal class HandlerPool
{
    /// <summary>The thread pool.</summary>
    public static HandlerPool System { get; } = new();

    /// <summary>Scheduler of continuations at the handlers' end of a pipe.</summary>
    public virtual PipeScheduler Scheduler => PipeScheduler.ThreadPool;

    /// <summary>Starts a handler. The returned task ends with the handler.</summary>
    public virtual Task Run(Func<Task> handler) => Task.Run(handler);

    /// <summary>Cancels a token whose callbacks are application code: not on the loop.</summary>
    public virtual void Cancel(CancellationTokenSource source) => _ = source.CancelAsync();

    /// <summary>Opens a pipe between the loop and a handler.</summary>
    public virtual (PipeReader Reader, PipeWriter Writer) Open(PipeOptions options)
    {
        var pipe = new Pipe(options);
        return (pipe.Reader, pipe.Writer);
    }
}
