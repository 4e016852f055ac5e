using System.Diagnostics;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Ends of responses and of the connection.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>
    /// Longest unwanted body in bytes that is read to keep the connection. For a longer one, closing the connection costs both sides less.
    /// </summary>
    private const int MostSkipped = 256 * 1024;

    private ChannelEndReason? _reason;

    private bool IsBodyToSkip() => _exchange!.Protocol is { KeepAlive: true, ClientSide: HttpSide.SendBody, IsWaitingForContinue: false };

    private bool IsTooMuchToSkip() => _exchange!.BodyBytes > MostSkipped;

    /// <summary>Concludes the answered request and begins to count the bytes of its body that are skipped.</summary>
    private void AcSkipBody()
    {
        var exchange = _exchange!;
        exchange.BodyBytes = 0;
        exchange.BodyPace.Begin(Gaplic.Clock.Recent);
        exchange.Input?.End(new HttpBodyException(0, "The request is answered: the rest of its body is not read."));
        if (Conclude(exchange, ExchangeSignal.Skip))
        {
            ReadOnLater();
        }
        else
        {
            this.Send(new EvFaulted());
        }
    }

    private void AcCloseSkipped() => Finish(ChannelEndReason.ClosedByApplication);

    private void AcCloseAnswered() => Finish(
        _context.IsStopping ? ChannelEndReason.ServerStopped
        : _exchange!.Request.Head.KeepAlive ? ChannelEndReason.ClosedByApplication : ChannelEndReason.ClosedByClient);

    private void AcClosePeerClosed() => Finish(ChannelEndReason.PeerClosed);

    private void AcCloseCutOff() => Finish(ChannelEndReason.RequestCutOff);

    private void AcCloseStopped() => Finish(ChannelEndReason.ServerStopped);

    private void AcCloseUpgraded() => Finish(ChannelEndReason.Upgraded);

    private void AcClose() => Finish(ChannelEndReason.ClosedByApplication);

    /// <summary>Closes after the response in progress.</summary>
    private void AcCloseAfter() => _exchange!.Protocol.CloseAfterResponse();

    private void AcDrop() => Break(ChannelEndReason.ClosedByApplication);

    /// <summary>Resets the connection if this request is still in progress. Callable from any thread.</summary>
    internal void AbortLater(HttpExchange exchange) => Later(exchange, new EvAbort(Requests));

    private bool IsForThis(in EvAbort e) => e.Request == Requests;

    private void AcReset() => Break(ChannelEndReason.ClosedByApplication, resets: true);

    private void AcOverflow(in EvResponseData e)
    {
        HttpLog.Overflow(Logger, this, Gsock.PendingBytes, _context.OutbufOverflow);
        Break(ChannelEndReason.OutputOverflow);
    }

    /// <summary>Answers a fault and closes. A response that has begun is cut off by the end of the connection instead.</summary>
    private void AcAnswerFault(in EvBadRequest e)
    {
        HttpLog.BadRequest(Logger, this, e.Fault.Status, e.Fault.Reason);
        if (!e.Fault.IsCutOff)
        {
            WriteError(e.Fault.Status, e.Fault.Reason);
        }

        BreakOffBody(e.Fault);
        Finish(e.Fault.IsCutOff ? ChannelEndReason.RequestCutOff : ChannelEndReason.BadRequest);
    }

    /// <summary>Answers for an application that has failed, and keeps the connection where possible.</summary>
    private void AcAnswerFailure(in EvFailed e)
    {
        var exchange = _exchange!;
        if (exchange.Protocol.ClientSide == HttpSide.SendBody)
        {
            exchange.Protocol.CloseAfterResponse();
        }

        var isTold = _context.ExposeTracebacks && e.Exception is not null;
        _reason ??= exchange.Protocol.KeepAlive ? null : e.Reason;
        WriteError(e.Status, isTold ? e.Exception!.ToString() : "", e.Reason == ChannelEndReason.TooManyRequests);
        Answered();
    }

    /// <summary>Aborts a response that the application failed to complete.</summary>
    private void AcCutOff() => Break(ChannelEndReason.ResponseCutOff);

    private void AcTurnAway()
    {
        _exchange = _context.Rent(this);
        WriteError(503, "There are too many connections.", isToRetry: true);
        Finish(ChannelEndReason.Refused);
    }

    /// <summary>
    /// Writes a whole error response: a line of text with the reason, which repeats no input of the client. The response object of the
    /// application is not touched, because a handler may use it in another thread.
    /// </summary>
    private void WriteError(int status, string reason, bool isToRetry = false)
    {
        var protocol = _exchange!.Protocol;
        if (protocol.ServerSide is not (HttpSide.Idle or HttpSide.SendResponse))
        {
            return;
        }

        if (!_exchange.States.IsInService)
        {
            // After input that is no request the framing is unknown: the connection closes (RFC 9112 §9.6).
            protocol.CloseAfterResponse();
        }

        var mark = Output.Count;
        var body = Encoding.UTF8.GetBytes(reason.Length > 0 ? $"{StatusLines.ReasonOf(status)}\n\n{reason}\n" : $"{StatusLines.ReasonOf(status)}\n");
        var head = protocol.BeginResponse(Output, status, body.Length);
        head.Add(KnownHeader.ContentType, "text/plain; charset=utf-8"u8);
        if (isToRetry)
        {
            head.Add(KnownHeader.RetryAfter, "1"u8);
        }

        head.End();
        protocol.WriteBody(Output, body);
        protocol.EndResponse(Output);
        (_exchange.Status, _exchange.WrittenBytes) = (status, protocol.IsMuted ? 0 : body.Length);
        if (!_exchange.States.IsOpen)
        {
            _exchange.TellOfNoRequest();
        }

        Emit(mark, isFlush: true);
    }

    /// <summary>Sends the remaining output, then the end of the stream. The gsock waits until the client ends its stream too.</summary>
    private void Finish(ChannelEndReason reason)
    {
        _reason ??= reason;
        SendPumped();
        Abandon();
        _input.Clear();
        Send(Gsock, new EvClose());
    }

    /// <summary>Aborts after an incomplete response, so that no client mistakes it for a complete one.</summary>
    private void Break(ChannelEndReason reason, bool resets = false)
    {
        _reason ??= reason;
        resets |= _exchange is { Protocol.EndsWithConnection: true };
        SendPumped();
        Abandon();
        _input.Clear();
        Send(Gsock, new EvDrop(resets));
    }

    private void AcGone(in EvDisconnected e)
    {
        _reason ??= e.Reason switch
        {
            DisconnectReason.PeerClosed => ChannelEndReason.PeerClosed,
            DisconnectReason.Dropped => ChannelEndReason.ClosedByApplication,
            _ => ChannelEndReason.ConnectionBroken,
        };
        try
        {
            _input.Clear();
            HttpLog.Closed(Logger, this, _reason.Value);
            Abandon();
            EndMeasure(_reason.Value);
        }
        catch (Exception x)
        {
            // A listener of metrics has thrown. The end of the channel is announced nevertheless.
            Gaplic.ReportFault(this, x);
        }

        Send(Server, new EvHttpChannelClosed(this, _reason.Value));
        Announce(new EvHttpChannelClosed(this, _reason.Value));
    }

    /// <summary>Gives the current exchange up, answered or not: logs its end and detaches it.</summary>
    private void Abandon()
    {
        if (_exchange is { } exchange)
        {
            _exchange = null;
            exchange.Failure ??= exchange.Status == 0 && _reason is { } reason ? HttpMeter.Name(reason) : null;
            Conclude(exchange, ExchangeSignal.GiveUp);
            exchange.Abort();
            Detach(exchange);
        }
    }

    /// <summary>
    /// Keeps the answered exchange for the next request, unless the application holds it or a listener of its end has closed the
    /// connection.
    /// </summary>
    private void GoOnWith(HttpExchange exchange)
    {
        if (exchange.States.Phase != ExchangePhase.Free)
        {
            exchange.Channel = null;
        }
        else if (IsDone)
        {
            exchange.Does(ExchangeSignal.GiveUp);
            Detach(exchange);
        }
        else
        {
            _exchange = exchange;
        }
    }

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
        Debug.Assert(exchange.Channel is null && _exchange != exchange, "A channel still has it.");
        if (exchange.States.CanRecycle)
        {
            exchange.Forget();
            _context.Return(exchange);
        }
    }

    /// <summary>Counts and logs a request that is answered or given up, once.</summary>
    /// <returns>False when a listener of the end has thrown; the exception is logged.</returns>
    private bool Conclude(HttpExchange exchange, ExchangeSignal signal)
    {
        var isOpen = exchange.States.IsOpen;
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
            HttpLog.Failed(Logger, this, Gsock.ProxyPeername ?? Gsock.Peername, x);
            return false;
        }
    }
}
