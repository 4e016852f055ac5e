using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Closing and aborting the connection, with the reason.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>
    /// Longest wait of a stopping server for the end of an idle client, so that idle clients do not hold the stop up: most end when they next send.
    /// Long enough for a request on its way, which would have the system discard the last response if it met a closed socket.
    /// </summary>
    private static readonly TimeSpan IdleLinger = TimeSpan.FromSeconds(1);

    private ChannelEndReason? _reason;

    /// <summary>Whether reading has ended for good.</summary>
    internal bool IsDone => IsDestroyed || IsIn(State.Over);

    /// <summary>Notes the reason of the end. Returns the first reason that was noted, which counts.</summary>
    internal ChannelEndReason EndsFor(ChannelEndReason reason) => _reason ??= reason;

    private void AcCloseSkipped() => Finish(ChannelEndReason.ClosedByApplication);

    private void AcCloseAnswered() => Finish(
        Context.IsStopping ? ChannelEndReason.ServerStopped
        : Answering.Exchange.Request.Head.KeepAlive ? ChannelEndReason.ClosedByApplication : ChannelEndReason.ClosedByClient);

    private void AcClosePeerClosed() => Finish(ChannelEndReason.PeerClosed);

    private void AcCloseCutOff() => Finish(ChannelEndReason.RequestCutOff);

    private void AcCloseStopped() => Finish(ChannelEndReason.ServerStopped);

    private void AcCloseIdleStopped()
    {
        if (Gsock.PendingBytes == 0 && Gsock.LingerTimeout > IdleLinger)
        {
            Gsock.LingerTimeout = IdleLinger;
        }

        Finish(ChannelEndReason.ServerStopped);
    }

    private void AcCloseUpgraded() => Finish(ChannelEndReason.Upgraded);

    private void AcClose() => Finish(ChannelEndReason.ClosedByApplication);

    private void AcDrop() => Break(ChannelEndReason.ClosedByApplication);

    private void AcReset() => Break(ChannelEndReason.ClosedByApplication, resets: true);

    /// <summary>Aborts a response that the application failed to complete.</summary>
    private void AcCutOff() => Break(ChannelEndReason.ResponseCutOff);

    private void AcOverflow(in EvResponseData e)
    {
        HttpLog.Overflow(Logger, this, Gsock.PendingBytes, Context.OutbufOverflow);
        Break(ChannelEndReason.OutputOverflow);
    }

    /// <summary>Answers a fault and closes. A response that has begun is cut off by the end of the connection instead.</summary>
    private void AcAnswerFault(in EvBadRequest e)
    {
        HttpLog.BadRequest(Logger, this, e.Fault.Status, e.Fault.Reason);
        if (!e.Fault.IsCutOff)
        {
            Answering.Refuse(e.Fault.Status, e.Fault.Reason);
        }

        Answering.BreakOffBody(e.Fault);
        Finish(e.Fault.IsCutOff ? ChannelEndReason.RequestCutOff : ChannelEndReason.BadRequest);
    }

    /// <summary>Guard: the application answers, although the rest of the body cannot be read.</summary>
    private bool IsForApplication(in EvBadRequest e) => Context.AnswersBadBodies && !e.Fault.IsCutOff;

    private void AcLeaveFault(in EvBadRequest e)
    {
        HttpLog.BadRequest(Logger, this, e.Fault.Status, e.Fault.Reason);
        Answering.Exchange.Protocol.CloseAfterResponse();
        Answering.BreakOffBody(e.Fault);
    }

    private void AcTurnAway()
    {
        Answering.Refuse(503, "There are too many connections.", isToRetry: true);
        Finish(ChannelEndReason.Refused);
    }

    /// <summary>Sends the remaining output, then the end of the stream. The gsock waits until the client ends its stream too.</summary>
    private void Finish(ChannelEndReason reason)
    {
        EndsFor(reason);
        SendPumped();
        Answering.GiveUp(_reason);
        DropInput();
        Send(Gsock, new EvClose());
    }

    /// <summary>Aborts after an incomplete response, so that no client mistakes it for a complete one.</summary>
    private void Break(ChannelEndReason reason, bool resets = false)
    {
        EndsFor(reason);
        resets |= Answering.Current is { Protocol.EndsWithConnection: true };
        SendPumped();
        Answering.GiveUp(_reason);
        DropInput();
        Send(Gsock, new EvDrop(resets));
    }

    private void AcGone(in EvDisconnected e)
    {
        var reason = EndsFor(e.Reason switch
        {
            DisconnectReason.PeerClosed => ChannelEndReason.PeerClosed,
            DisconnectReason.Dropped => ChannelEndReason.ClosedByApplication,
            _ => ChannelEndReason.ConnectionBroken,
        });
        try
        {
            DropInput();
            HttpLog.Closed(Logger, this, reason);
            Answering.GiveUp(reason);
            EndMeasure(reason);
        }
        catch (Exception x)
        {
            // A listener of metrics has thrown. The end of the channel is announced nevertheless.
            Gaplic.ReportFault(this, x);
        }

        Send(Server, new EvHttpChannelClosed(this, reason));
        Announce(new EvHttpChannelClosed(this, reason));
    }
}
