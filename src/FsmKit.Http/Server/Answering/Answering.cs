using System.Diagnostics;

namespace FsmKit.Http;

/// <summary>
/// The answering half of a channel: the exchange that the channel borrows while a request is there, from the head of the request to the end
/// of its response.
/// </summary>
/// <remarks>
/// The channel has the connection and the table, and its actions call this object. The calls back are the events of that table and the output
/// of the connection. On the loop, except the methods that name another thread.
/// </remarks>
internal sealed partial class Answering(GHttpCliSrv channel)
{
    private OwnRate? _lastRate;

    /// <summary>The exchange; null while no request is there.</summary>
    public HttpExchange? Current { get; private set; }

    /// <summary>The exchange, in states of the channel that have one.</summary>
    public HttpExchange Exchange
    {
        get
        {
            Debug.Assert(Current is not null, "The state of the channel has an exchange.");
            return Current;
        }
    }

    /// <summary>The lowest rate at which the client takes output: that of the response, or of the last one while no request is there.</summary>
    public RateLimit OutputRate => (Current is { States.IsOpen: true } exchange ? exchange.Response.OwnRate : _lastRate)?.Limit ?? Context.ResponseRate;

    private HttpServerContext Context => channel.Context;

    private OutputBuffer Output => channel.Context.Output;

    /// <summary>Returns the exchange, and takes one from the pool if there is none.</summary>
    public HttpExchange Take() => Current ??= Context.Rent(channel);

    /// <summary>Returns the exchange of a channel without a request to the pool. Does nothing without one.</summary>
    public void Rest()
    {
        if (Current is { } exchange)
        {
            Current = null;
            Context.Return(exchange);
        }
    }

    /// <summary>
    /// Concludes the answered request and prepares the exchange for the next one. The exchange leaves the channel if the application holds
    /// it, or if a listener of its end has closed the connection.
    /// </summary>
    /// <returns>False when a listener of the end has thrown.</returns>
    public bool Next()
    {
        var exchange = Exchange;
        Current = null;
        var isTold = Conclude(exchange, ExchangeSignal.End);
        exchange.Protocol.StartNext();
        exchange.Forget();
        if (exchange.States.Phase != ExchangePhase.Free)
        {
            exchange.Channel = null;
        }
        else if (channel.IsDone)
        {
            exchange.Does(ExchangeSignal.GiveUp);
            Detach(exchange);
        }
        else
        {
            Current = exchange;
        }

        return isTold;
    }

    /// <summary>Concludes the answered request and begins to count the bytes of its body that are skipped.</summary>
    /// <returns>False when a listener of the end has thrown.</returns>
    public bool Skip()
    {
        var exchange = Exchange;
        exchange.BodyBytes = 0;
        exchange.BodyPace.Begin(channel.Gaplic.Clock.Recent);
        exchange.Input?.End(new HttpBodyException(0, "The request is answered: the rest of its body is not read."));
        return Conclude(exchange, ExchangeSignal.Skip);
    }

    /// <summary>Gives the exchange up, answered or not: logs its end and detaches it. Does nothing without one.</summary>
    /// <param name="reason">The reason of the end of the channel; null when there is none yet.</param>
    public void GiveUp(ChannelEndReason? reason)
    {
        if (Current is { } exchange)
        {
            Current = null;
            exchange.Failure ??= exchange.Status == 0 && reason is { } known ? HttpMeter.Name(known) : null;
            Conclude(exchange, ExchangeSignal.GiveUp);
            exchange.Abort();
            Detach(exchange);
        }
    }

    /// <summary>Counts and logs a request that is answered or given up, once.</summary>
    /// <returns>False when a listener of the end has thrown; the exception is logged.</returns>
    private bool Conclude(HttpExchange exchange, ExchangeSignal signal)
    {
        var isOpen = exchange.States.IsOpen;
        _lastRate = exchange.Response.OwnRate;
        exchange.Does(signal);
        try
        {
            if (isOpen)
            {
                exchange.TellEnd();
            }

            return true;
        }
        catch (Exception x)
        {
            HttpLog.Failed(channel.Logger, channel, channel.Peer, x);
            return false;
        }
    }
}
