namespace FsmKit.Http;

/// <content>Hand-over of requests to the application.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Hands the complete request to the application.</summary>
    private void AcTell() => Tell(_exchange!);

    private void Tell(HttpExchange exchange)
    {
        _since = Gaplic.Clock.Recent;
        exchange.Does(ExchangeSignal.Tell);
        if (_context.MaximumSimultaneousRequests > 0 && _context.InService > _context.MaximumSimultaneousRequests)
        {
            exchange.Protocol.CloseAfterResponse();
            this.Send(new EvFailed(503, ChannelEndReason.TooManyRequests));
            Returned(exchange, ExchangeSignal.Return);
            return;
        }

        var isHandled = HasHandler;
        try
        {
            using (exchange.Enter())
            {
                if (isHandled)
                {
                    Handle(exchange);
                }
                else
                {
                    TellSubscribers(exchange);
                }
            }
        }
        catch (Exception x)
        {
            ApplicationFailed(exchange, x);
        }

        // A handler that has returned no longer uses the objects. A subscriber that has not answered may keep them: they serve no other request.
        var isKept = !isHandled && exchange.States.Phase is ExchangePhase.Told or ExchangePhase.Gone;
        Returned(exchange, isKept ? ExchangeSignal.Keep : ExchangeSignal.Return);
    }

    private bool HasHandler => _context.Handler is not null || _context.AsyncHandler is not null;

    private void Handle(HttpExchange exchange)
    {
        if (_context.Handler is not { } handler || _context.HandlersRunOn != HandlerThread.Loop)
        {
            Start(exchange);
            return;
        }

        handler(exchange.Request, exchange.Response);
        if (exchange.States.IsInService && exchange.Channel == this && !exchange.Response.IsEnded)
        {
            exchange.Response.Finish();
        }
    }

    private void TellSubscribers(HttpExchange exchange)
    {
        _context.IsTaken = false;
        Publish(new EvHttpRequest(this, exchange.Request));

        // A receiver that has taken the request and then unsubscribed will not answer.
        var isTaken = _context.IsTaken && HasSubscribers<EvHttpRequest>(this);
        if (!isTaken && _exchange == exchange && exchange.States.IsInService)
        {
            HttpLog.NobodyAnswers(Logger, this, exchange.Request);
            this.Send(new EvFailed(503, ChannelEndReason.HandlerFailed));
        }
    }
}
