using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Exceptions outside of a handler, which end the connection.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>
    /// Logs an exception outside of a handler and resets the connection, because its state can be neither trusted nor repaired.
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
            HttpLog.Failed(Logger, this, Peer, exception);
        }
        catch (Exception)
        {
            // The logger itself is guarded against exceptions, so memory has run out.
        }

        try
        {
            this.Send(new EvFaulted());
        }
        catch (Exception x)
        {
            // A listener of the end, a log or a meter, has thrown too.
            Gaplic.ReportFault(this, x);
        }

        if (!Gsock.IsDestroyed)
        {
            Send(Gsock, new EvDrop(Resets: true));
        }
    }

    /// <summary>Sends an event to this channel from outside of a pump. An exception ends this connection only.</summary>
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

    /// <summary>Resets the connection. Answers that the pump has collected are dropped, because they may be damaged.</summary>
    private void AcFault()
    {
        if (IsPumping)
        {
            Output.BackTo(Context.PumpedFrom);
        }

        Break(ChannelEndReason.Faulted, resets: true);
    }
}
