using System.Diagnostics;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>The ways to the end of a response and of the connection.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Bounds how many bytes of an unwanted body are read to keep the connection. Of a longer body, closing the connection is cheaper for both sides.</summary>
    private const int MostSkipped = 256 * 1024;

    private ChannelEndReason? _reason;

    private bool IsBodyToSkip() => _exchange!.Protocol is { KeepAlive: true, ClientSide: HttpSide.SendBody, IsWaitingForContinue: false };

    private bool IsTooMuchToSkip() => _exchange!.BodyBytes > MostSkipped;

    /// <summary>The application is done with the request: its count begins anew, for what is skipped.</summary>
    private void AcSkipBody()
    {
        var exchange = _exchange!;
        exchange.BodyBytes = 0;
        exchange.BodyPace.Begin(Gaplic.Clock.Recent);
        exchange.Input?.End(new HttpBodyException(0, "The request is answered: its body is not read any more."));
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

    /// <summary>Not before the answer that is going on.</summary>
    private void AcCloseAfter() => _exchange!.Protocol.CloseAfterResponse();

    private void AcDrop() => Break(ChannelEndReason.ClosedByApplication);

    /// <summary>Callable from any thread.</summary>
    internal void AbortLater(HttpExchange exchange) => Later(exchange, new EvAbort(Requests));

    private bool IsForThis(in EvAbort e) => e.Request == Requests;

    private void AcReset() => Break(ChannelEndReason.ClosedByApplication, resets: true);

    private void AcOverflow(in EvResponseData e)
    {
        HttpLog.Overflow(Gaplic.Logger, this, Gsock.PendingBytes, _context.OutbufOverflow);
        Break(ChannelEndReason.OutputOverflow);
    }

    /// <summary>Where a response has begun, only the end of the connection tells it.</summary>
    private void AcAnswerFault(in EvBadRequest e)
    {
        HttpLog.BadRequest(Gaplic.Logger, this, e.Fault.Status, e.Fault.Reason);
        if (!e.Fault.IsCutOff)
        {
            WriteError(e.Fault.Status, e.Fault.Reason);
        }

        BreakOffBody(e.Fault);
        Finish(e.Fault.IsCutOff ? ChannelEndReason.RequestCutOff : ChannelEndReason.BadRequest);
    }

    /// <summary>The application could not answer, and the connection is still good.</summary>
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

    /// <summary>The application failed with its response half sent: that it is cut off is all that can be told.</summary>
    private void AcCutOff() => Break(ChannelEndReason.ResponseCutOff);

    private void AcTurnAway()
    {
        _exchange = _context.Rent(this);
        WriteError(503, "There are too many connections.", isToRetry: true);
        Finish(ChannelEndReason.Refused);
    }

    /// <summary>
    /// A whole response of ours: a line of text that says what is wrong, and repeats nothing of what was sent. What the application had prepared
    /// is left alone: a handler may be at it in another thread.
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
            // Nobody knows what a client will do whose request is not one.
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

    /// <summary>The last bytes are written: they go out, then the end of the stream, and the gsock waits until the client ends too.</summary>
    private void Finish(ChannelEndReason reason)
    {
        _reason ??= reason;
        SendPumped();
        Abandon();
        _input.Clear();
        Send(Gsock, new EvClose());
    }

    /// <summary>What is sent is not what should have been: the connection breaks, so that no client takes it for the whole.</summary>
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
            HttpLog.Closed(Gaplic.Logger, this, _reason.Value);
            Abandon();
            EndMeasure(_reason.Value);
        }
        catch (Exception x)
        {
            // What listens to measurements has thrown; the end of the channel is told all the same.
            Gaplic.ReportFault(this, x);
        }

        Send(Server, new EvHttpChannelClosed(this, _reason.Value));
        Announce(new EvHttpChannelClosed(this, _reason.Value));
    }

    /// <summary>Lets go of the exchange, answered or not.</summary>
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

    /// <summary>The exchange is answered: it serves the next request, unless the application keeps it, or what heard of its end has closed the connection.</summary>
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

    /// <summary>Takes the exchange away from the channel. What still holds it recycles it, or leaves it to the garbage collector.</summary>
    private void Detach(HttpExchange exchange)
    {
        if (exchange.States.IsSpilling)
        {
            exchange.Body.Clear();
        }

        exchange.Channel = null;
        Recycle(exchange);
    }

    /// <summary>A call into the application has returned.</summary>
    private void Returned(HttpExchange exchange, ExchangeSignal signal)
    {
        exchange.Does(signal);
        if (exchange.Channel is null)
        {
            Recycle(exchange);
        }
    }

    /// <summary>Gives a detached exchange back to the pool, if nothing holds it.</summary>
    private void Recycle(HttpExchange exchange)
    {
        Debug.Assert(exchange.Channel is null && _exchange != exchange, "A channel still has it.");
        if (exchange.States.CanRecycle)
        {
            exchange.Forget();
            _context.Return(exchange);
        }
    }

    /// <summary>The request is answered, or never will be: it is counted and logged, once.</summary>
    /// <returns>False when code that heard of the end has thrown; the exception is logged.</returns>
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
            HttpLog.Failed(Gaplic.Logger, this, Gsock.ProxyPeername ?? Gsock.Peername, x);
            return false;
        }
    }
}
