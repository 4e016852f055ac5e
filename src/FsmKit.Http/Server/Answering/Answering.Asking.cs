namespace FsmKit.Http;

/// <content>Calls of the application from other threads, each brought to the loop in the order of the calls.</content>
internal sealed partial class Answering
{
    /// <summary>
    /// Sends early hints, before all later output. Callable from any thread. On the loop within the call: a handler that returns at once is
    /// answered within its call too.
    /// </summary>
    public void SendHints(HttpExchange exchange, HttpResponseHeaders links)
    {
        var e = new GHttpCliSrv.EvEarlyHints(exchange.Response, links);
        if (IsOnLoop)
        {
            channel.Send(e);
        }
        else
        {
            Later(exchange, e);
        }
    }

    /// <summary>Answers 101. Callable from any thread.</summary>
    public void UpgradeLater(HttpExchange exchange, string protocol) => Later(exchange, new GHttpCliSrv.EvUpgrade(exchange.Response, protocol));

    /// <summary>
    /// Resets the connection if this request is still in progress. Callable from any thread. On the loop within the call, once the application
    /// has the request: a handler that returns at once is not answered.
    /// </summary>
    public void Abort(HttpExchange exchange)
    {
        var e = new GHttpCliSrv.EvAbort(channel.Requests);
        if (IsOnLoop && exchange.States.Phase is ExchangePhase.Told or ExchangePhase.Switched)
        {
            channel.Hear(in e);
        }
        else
        {
            Later(exchange, e);
        }
    }

    /// <summary>Starts to carry the body of a response on the loop. Callable from any thread.</summary>
    public void CarryLater(HttpExchange exchange, PipedBody body) => channel.Gaplic.PostCallback(() => Carry(exchange, body));

    private bool IsOnLoop => channel.Gaplic.IsLoopThread;

    private void Carry(HttpExchange exchange, PipedBody body) => _ = new BodyCarrier(channel, exchange, body).Carry();

    /// <summary>Sends an event to the channel in a later cycle. The event is dropped when the exchange is over by then.</summary>
    private void Later<TEvent>(HttpExchange exchange, TEvent e)
        where TEvent : struct => channel.Gaplic.PostCallback(() =>
        {
            if (Current == exchange)
            {
                channel.Hear(in e);
            }
        });
}
