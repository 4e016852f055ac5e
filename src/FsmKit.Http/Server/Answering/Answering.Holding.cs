using System.Diagnostics;

namespace FsmKit.Http;

/// <content>The way of an exchange back to the pool.</content>
internal sealed partial class Answering
{
    /// <summary>Detaches the exchange from the channel. Its last holder recycles it or leaves it to the garbage collector.</summary>
    private void Detach(HttpExchange exchange)
    {
        if (exchange.States.IsSpilling)
        {
            exchange.Body.Clear();
        }

        exchange.Channel = null;
        Recycle(exchange);
    }

    /// <summary>Notes that a call into the application has returned, and recycles the exchange if it was detached meanwhile.</summary>
    private void Returned(HttpExchange exchange, ExchangeSignal signal)
    {
        exchange.Does(signal);
        if (exchange.Channel is null)
        {
            Recycle(exchange);
        }
    }

    /// <summary>Returns a detached exchange to the pool, if nothing holds it.</summary>
    private void Recycle(HttpExchange exchange)
    {
        Debug.Assert(exchange.Channel is null && Current != exchange, "A channel still has it.");
        if (exchange.States.CanRecycle)
        {
            exchange.Forget();
            Context.Return(exchange);
        }
    }
}
