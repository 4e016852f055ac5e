namespace FsmKit.Http;

/// <content>Handlers that are asynchronous or run on the thread pool.</content>
public sealed partial class GHttpCliSrv
{
    private void Start(HttpExchange exchange)
    {
        exchange.OpenOutput();
        exchange.Does(ExchangeSignal.Start);
        Task task;
        if (_context.HandlersRunOn == HandlerThread.ThreadPool)
        {
            exchange.Request.NoteEndpoints();
            task = _context.Pool.Run(() => Run(exchange));
        }
        else
        {
            using (Gaplic.SynchronizationContext.Enter())
            {
                task = Run(exchange);
            }
        }

        if (task.IsCompleted)
        {
            HandlerDone(exchange, task);
            return;
        }

        task.ContinueWith(
            static (done, state) =>
            {
                var (channel, exchange) = ((GHttpCliSrv, HttpExchange))state!;
                channel.Gaplic.PostCallback(() => channel.HandlerDone(exchange, done));
            },
            (this, exchange), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Runs a handler. The async method keeps exceptions in its task, and changes of the execution context inside.</summary>
    private async Task Run(HttpExchange exchange)
    {
        if (_context.AsyncHandler is { } handler)
        {
            // ConfigureAwait(true): on the loop, the continuation runs there without a detour over another thread.
            await handler(exchange.Request, exchange.Response).ConfigureAwait(true);
        }
        else
        {
            _context.Handler!(exchange.Request, exchange.Response);
        }
    }

    /// <summary>Ends the work of a handler whose task is completed. The exchange may have been abandoned meanwhile.</summary>
    private void HandlerDone(HttpExchange exchange, Task task)
    {
        exchange.Does(ExchangeSignal.Finish);
        if (exchange.Channel == this)
        {
            Hear(new EvHandlerDone(exchange, task));
        }
        else
        {
            // The failure of an abandoned handler is ignored: mostly its client is gone.
            _ = task.Exception;
            Recycle(exchange);
        }
    }

    /// <summary>
    /// Sends an event of a handler from any thread to the channel, in the order of the calls. Dropped when the exchange is over by then.
    /// </summary>
    private void Later<TEvent>(HttpExchange exchange, TEvent e)
        where TEvent : struct => Gaplic.PostCallback(() =>
        {
            if (_exchange == exchange)
            {
                Hear(in e);
            }
        });

    private void AcHandlerDone(in EvHandlerDone e)
    {
        if (!e.Task.IsCompletedSuccessfully)
        {
            var failure = e.Task.Exception?.InnerException ?? new OperationCanceledException("The handler was cancelled.");
            e.Exchange.Failure = failure.GetType().FullName;
            HttpLog.HandlerFailed(Logger, this, e.Exchange.Request, failure);
            if (!IsWritten)
            {
                this.Send(new EvFailed(500, ChannelEndReason.HandlerFailed, failure));
                return;
            }
        }

        if (IsWritten)
        {
            this.Send(new EvAnswered());
            return;
        }

        var body = e.Exchange.Output!;
        body.End();
        if (body.BeginCarrying())
        {
            _ = Carry(e.Exchange, body);
        }
    }

    /// <summary>Whether the response is written, completely or as far as it got.</summary>
    private bool IsWritten => _exchange!.Protocol.ServerSide is HttpSide.Done or HttpSide.MustClose or HttpSide.Error;
}
