using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Timeouts and rates. The server checks them once per tick, so that a connection needs no timer.</content>
public sealed partial class GHttpCliSrv
{
    private const string TooSlow = "The body of the request comes too slowly.";

    private Pace? _outputPace;

    private bool IsIdleTooLong(in EvTick e) => Gsock.PendingBytes == 0
        && IsOver(e.Now - _since, Math.Min(_context.KeepAliveTimeout, _context.InactivityTimeout));

    private bool IsHeadOverdue(in EvTick e) => IsOver(e.Now - _since, _context.HeadTimeout);

    private bool IsResponseOverdue(in EvTick e) => IsOver(e.Now - _since, _context.ResponselessTimeout);

    /// <summary>Guard: the body is too slow. Only while the channel waits for the client, not for the disk or the application.</summary>
    private bool IsBodyTooSlow(in EvTick e) => _exchange is { } exchange && IsWaitingForBody && exchange.BodyPace.IsTooSlow(
        _context.BodyRate, e.Now, exchange.BodyBytes);

    private bool IsReadTooSlowly(in EvTick e) => Gsock.PendingBytes > 0 && _outputPace is { } pace
        && pace.IsTooSlow(_context.ResponseRate, e.Now, Gsock.TxedBytes);

    private bool IsWaitingForBody => _exchange is { Protocol: { ClientSide: HttpSide.SendBody, IsWaitingForContinue: false } } && TakesInput;

    private void AcMeasure(in EvTick e)
    {
        if (_exchange is { } exchange)
        {
            exchange.BodyPace.Measure(_context.BodyRate, e.Now, exchange.BodyBytes, IsWaitingForBody);
        }

        if (Gsock.PendingBytes > 0)
        {
            _outputPace ??= new Pace();
            _outputPace.Measure(_context.ResponseRate, e.Now, Gsock.TxedBytes, isMoving: true);
        }
        else
        {
            _outputPace = null;
        }
    }

    private void AcCloseIdle() => Finish(_context.KeepAliveTimeout <= _context.InactivityTimeout
        ? ChannelEndReason.KeepAliveTimeout : ChannelEndReason.InactivityTimeout);

    private void AcHeadTimedOut()
    {
        WriteError(408, "The head of the request did not come in time.");
        Finish(ChannelEndReason.HeadTimeout);
    }

    private void AcBodyTooSlow()
    {
        WriteError(408, TooSlow);
        BreakOffBody(new HttpFault(408, TooSlow));
        Finish(ChannelEndReason.BodyTooSlow);
    }

    private void AcCutOffSlowBody()
    {
        BreakOffBody(new HttpFault(408, TooSlow));
        Break(ChannelEndReason.BodyTooSlow);
    }

    private void AcResponseTimedOut()
    {
        HttpLog.NotAnswered(Logger, this, _exchange!.Request);
        _exchange.Protocol.CloseAfterResponse();
        WriteError(503, "The application did not answer in time.");
        if (_exchange.Output is null)
        {
            _exchange.Does(ExchangeSignal.Answer);
        }

        Finish(ChannelEndReason.ResponseTimeout);
    }

    /// <summary>Drops the connection. An orderly close would wait for the output that the client does not take.</summary>
    private void AcAbortSlowReader() => Break(ChannelEndReason.ResponseTooSlow);

    private static bool IsOver(long passed, long limit) => limit > 0 && passed >= limit;
}
