namespace FsmKit.Http;

/// <content>Handlers that are asynchronous or run on the thread pool.</content>
internal sealed partial class Answering
{
    /// <summary>Whether the response is written, completely or as far as it got.</summary>
    private bool IsWritten => Exchange.Protocol.ServerSide is HttpSide.Done or HttpSide.MustClose or HttpSide.Error;

    /// <summary>Ends the work of a handler whose task is completed, while its request is in progress.</summary>
    public void HandlerDone(in GHttpCliSrv.EvHandlerDone e)
    {
        if (!e.Task.IsCompletedSuccessfully)
        {
            var failure = e.Task.Exception?.InnerException ?? new OperationCanceledException("The handler was cancelled.");
            e.Exchange.Failure = failure.GetType().FullName;
            HttpLog.HandlerFailed(channel.Logger, channel, e.Exchange.Request, failure);
            if (!IsWritten)
            {
                channel.Send(new GHttpCliSrv.EvFailed(500, ChannelEndReason.HandlerFailed, failure));
                return;
            }
        }

        if (IsWritten)
        {
            channel.Send(new GHttpCliSrv.EvAnswered());
            return;
        }

        var body = e.Exchange.Output!;
        body.End();
        if (body.BeginCarrying())
        {
            Carry(e.Exchange, body);
        }
    }

    private void Start(HttpExchange exchange)
    {
        exchange.OpenOutput();
        exchange.Does(ExchangeSignal.Start);
        Task task;
        if (Context.HandlersRunOn == HandlerThread.ThreadPool)
        {
            exchange.Request.NoteEndpoints();
            task = Context.Pool.Run(() => Run(exchange));
        }
        else
        {
            using (channel.Gaplic.SynchronizationContext.Enter())
            {
                task = Run(exchange);
            }
        }

        if (task.IsCompleted)
        {
            Finish(exchange, task);
            return;
        }

        task.ContinueWith(
            static (done, state) =>
            {
                var (answering, exchange) = ((Answering, HttpExchange))state!;
                answering.FinishLater(exchange, done);
            },
            (this, exchange), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Runs a handler. The async method keeps exceptions in its task, and changes of the execution context inside.</summary>
    private static async Task Run(HttpExchange exchange)
    {
        if (exchange.Context.AsyncHandler is { } handler)
        {
            // ConfigureAwait(true): on the loop, the continuation runs there without a detour over another thread.
            await handler(exchange.Request, exchange.Response).ConfigureAwait(true);
        }
        else
        {
            exchange.Context.Handler!(exchange.Request, exchange.Response);
        }
    }

    private void FinishLater(HttpExchange exchange, Task task) => channel.Gaplic.PostCallback(() => Finish(exchange, task));

    /// <summary>Notes that the task of a handler is completed. The exchange may have been abandoned meanwhile.</summary>
    private void Finish(HttpExchange exchange, Task task)
    {
        exchange.Does(ExchangeSignal.Finish);
        if (exchange.Channel == channel)
        {
            channel.Hear(new GHttpCliSrv.EvHandlerDone(exchange, task));
        }
        else
        {
            // The failure of an abandoned handler is ignored: mostly its client is gone.
            _ = task.Exception;
            Recycle(exchange);
        }
    }
}
