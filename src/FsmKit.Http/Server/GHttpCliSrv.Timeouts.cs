using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Timeouts and rates. The server checks them for all connections with one timer.</content>
public sealed partial class GHttpCliSrv
{
    private const string TooSlow = "The body of the request comes too slowly.";

    private Deadlines _deadlines;
    private Pace? _outputPace;

    private bool IsIdleTooLong(in EvTick e) => Gsock.PendingBytes == 0 && _deadlines.IsIdleTooLong(Context, e.Now);

    private bool IsHeadOverdue(in EvTick e) => _deadlines.IsHeadOverdue(Context, e.Now);

    private bool IsResponseOverdue(in EvTick e) => _deadlines.IsResponseOverdue(Context, e.Now);

    /// <summary>Guard: the body is too slow. Only while the channel waits for the client, not for the disk or the application.</summary>
    private bool IsBodyTooSlow(in EvTick e) => Answering.Current is { } exchange && IsWaitingForBody && exchange.BodyPace.IsTooSlow(
        exchange.Request.BodyRate, e.Now, exchange.BodyBytes);

    private bool IsReadTooSlowly(in EvTick e) => Gsock.PendingBytes > 0 && _outputPace is { } pace
        && pace.IsTooSlow(Answering.OutputRate, e.Now, Gsock.TxedBytes);

    private bool IsWaitingForBody =>
        Answering.Current is { Protocol: { ClientSide: HttpSide.SendBody, IsWaitingForContinue: false } } && TakesInput;

    /// <summary>Begins the waiting for the client or the application anew.</summary>
    private void AcMarkTime() => _deadlines.Begin(Gaplic.Clock.Recent);

    private void AcMeasure(in EvTick e)
    {
        if (Answering.Current is { } exchange)
        {
            exchange.BodyPace.Measure(exchange.Request.BodyRate, e.Now, exchange.BodyBytes, IsWaitingForBody);
        }

        if (Gsock.PendingBytes > 0)
        {
            _outputPace ??= new Pace();
            _outputPace.Measure(Answering.OutputRate, e.Now, Gsock.TxedBytes, isMoving: true);
        }
        else
        {
            _outputPace = null;
        }
    }

    private void AcCloseIdle() => Finish(Context.KeepAliveTimeout <= Context.InactivityTimeout
        ? ChannelEndReason.KeepAliveTimeout : ChannelEndReason.InactivityTimeout);

    private void AcHeadTimedOut()
    {
        Answering.Refuse(408, "The head of the request did not come in time.");
        Finish(ChannelEndReason.HeadTimeout);
    }

    private void AcBodyTooSlow()
    {
        // RFC 9110 §15.5.9: 408 announces the end of the connection.
        Answering.Exchange.Protocol.CloseAfterResponse();
        Answering.Refuse(408, TooSlow);
        Answering.BreakOffBody(new HttpFault(408, TooSlow));
        Finish(ChannelEndReason.BodyTooSlow);
    }

    private void AcCutOffSlowBody()
    {
        Answering.BreakOffBody(new HttpFault(408, TooSlow));
        Break(ChannelEndReason.BodyTooSlow);
    }

    private void AcResponseTimedOut()
    {
        Answering.AnswerTimeout();
        Finish(ChannelEndReason.ResponseTimeout);
    }

    /// <summary>Drops the connection. An orderly close would wait for the output that the client does not take.</summary>
    private void AcAbortSlowReader() => Break(ChannelEndReason.ResponseTooSlow);
}
