namespace FsmKit.Http;

/// <content>Hand-over of requests to the application.</content>
internal sealed partial class Answering
{
    private bool HasHandler => Context.Handler is not null || Context.AsyncHandler is not null;

    /// <summary>Hands the request to the application: to the handler of the server, or to the subscribers of the channel.</summary>
    public void TellApplication()
    {
        var exchange = Exchange;
        exchange.Does(ExchangeSignal.Tell);
        if (Context.MaximumSimultaneousRequests > 0 && Context.InService > Context.MaximumSimultaneousRequests)
        {
            exchange.Protocol.CloseAfterResponse();
            channel.Send(new GHttpCliSrv.EvFailed(503, ChannelEndReason.TooManyRequests));
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
                else if (!channel.PublishRequest(exchange.Request) && Current == exchange && exchange.States.IsInService)
                {
                    HttpLog.NobodyAnswers(channel.Logger, channel, exchange.Request);
                    channel.Send(new GHttpCliSrv.EvFailed(503, ChannelEndReason.HandlerFailed));
                }
            }
        }
        catch (Exception x)
        {
            Fail(exchange, x);
        }

        // A handler that has returned no longer uses the objects. A subscriber that has not answered may keep them: they serve no other request.
        var isKept = !isHandled && exchange.States.Phase is ExchangePhase.Told or ExchangePhase.Gone;
        Returned(exchange, isKept ? ExchangeSignal.Keep : ExchangeSignal.Return);
    }

    /// <summary>Hands the request to the application before its body.</summary>
    public void TellEarly()
    {
        if (Exchange.Request.HasBody)
        {
            Exchange.OpenInput();
        }

        TellApplication();
    }

    private void Handle(HttpExchange exchange)
    {
        if (Context.Handler is not { } handler || Context.HandlersRunOn != HandlerThread.Loop)
        {
            Start(exchange);
            return;
        }

        handler(exchange.Request, exchange.Response);
        if (exchange.States.IsInService && exchange.Channel == channel && !exchange.Response.IsEnded)
        {
            exchange.Response.Finish();
        }
    }
}
