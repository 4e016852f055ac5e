using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Exceptions: of the application, which are answered, and all others, which end the connection.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Logs an exception of the application, and answers its request with 500: a response that has begun is cut off, one that is complete stands.</summary>
    private void ApplicationFailed(HttpExchange exchange, Exception exception)
    {
        exchange.Failure = exception.GetType().FullName;
        HttpLog.HandlerFailed(Gaplic.Logger, this, exchange.Request, exception);
        if (exchange.States.IsInService)
        {
            this.Send(new EvFailed(500, ChannelEndReason.HandlerFailed, exception));
        }
    }

    /// <summary>
    /// Resets the connection after an exception that nothing else answers: what is half done can be neither trusted nor repeated. Logged once,
    /// as the connection does not go on.
    /// </summary>
    internal void Fail(Exception exception)
    {
        if (IsDestroyed)
        {
            Gaplic.ReportFault(this, exception);
            return;
        }

        try
        {
            HttpLog.Failed(Gaplic.Logger, this, Gsock.ProxyPeername ?? Gsock.Peername, exception);
        }
        catch (Exception)
        {
            // The logger is guarded: there is no memory to tell it with.
        }

        try
        {
            this.Send(new EvFaulted());
        }
        catch (Exception x)
        {
            // Something that is told of the end, a log or a meter, has thrown too.
            Gaplic.ReportFault(this, x);
        }

        if (!Gsock.IsDestroyed)
        {
            Send(Gsock, new EvDrop(Resets: true));
        }
    }

    /// <summary>Hands an event over from outside of a pump: an exception ends this connection, and concerns no other one.</summary>
    internal void Hear<TEvent>(in TEvent e)
        where TEvent : struct
    {
        try
        {
            if (this is IAccept<TEvent> self)
            {
                Send(self, in e);
            }
        }
        catch (Exception x)
        {
            Fail(x);
        }
    }

    /// <summary>The answers that the pump has collected are not sent: they may be part of what went wrong.</summary>
    private void AcFault()
    {
        if (IsPumping)
        {
            Output.BackTo(_context.PumpedFrom);
        }

        Break(ChannelEndReason.Faulted, resets: true);
    }

    /// <summary>The channel, or what is called by it, has thrown.</summary>
    private readonly record struct EvFaulted;
}
