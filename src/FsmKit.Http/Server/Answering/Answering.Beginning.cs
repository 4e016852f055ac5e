namespace FsmKit.Http;

/// <content>Requests whose head is read, before the application has them.</content>
internal sealed partial class Answering
{
    /// <summary>Whether the request is published before its body. False for a body announced as too long, which is refused.</summary>
    public bool IsStreamed => (Exchange.Request.StreamsBody ?? Context.StreamBodies)
        && !(Exchange.Request.ContentLength > Exchange.Protocol.MaxBodyBytes);

    /// <summary>Begins the request whose head is read.</summary>
    /// <param name="exchange">The exchange with the request.</param>
    /// <param name="refusal">The reason to refuse the request; the default value accepts it.</param>
    /// <returns>False when <see cref="GHttpServer.InspectHead"/>, or a listener of traces and metrics, has closed the connection.</returns>
    public bool Begin(HttpExchange exchange, out HttpFault refusal)
    {
        exchange.Open();
        exchange.BodyPace.Begin(channel.Gaplic.Clock.Recent);
        if (channel.Requests == Context.MaxRequestsPerConnection || Context.IsStopping)
        {
            exchange.Protocol.CloseAfterResponse();
        }

        refusal = Refusals.Of(exchange.Request.Head, channel);
        if (!refusal.Exists && Context.InspectHead is { } inspect && Inspect(exchange, inspect) is var status && status != 0)
        {
            refusal = new HttpFault(status, "The request is not accepted.");
        }

        return Current == exchange;
    }

    private int Inspect(HttpExchange exchange, Func<HttpRequest, int> inspect)
    {
        exchange.Does(ExchangeSignal.Inspect);
        try
        {
            var status = inspect(exchange.Request);
            exchange.Protocol.MaxBodyBytes = exchange.Request.MaxBodyBytes ?? exchange.Protocol.MaxBodyBytes;
            return status;
        }
        catch (Exception x)
        {
            HttpLog.HandlerFailed(channel.Logger, channel, exchange.Request, x);
            return 500;
        }
        finally
        {
            Returned(exchange, ExchangeSignal.Return);
        }
    }
}
