using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Callbacks for the time when all output has been handed to the operating system.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Bytes that a response sends at once before other connections have their turn: a client whose system takes all would keep the loop.</summary>
    private const int MostInTurn = 64 * 1024;

    private Queue<(Action Callback, int Request)>? _whenFlushed;
    private long _sentBefore;
    private bool _watchesOutput;

    /// <summary>
    /// Returns whether the response may go on at once: the operating system has all output, and the turn is not over. If not, has the callback called
    /// when it may.
    /// </summary>
    internal bool IsSentOrTells(Action callback)
    {
        if (Gsock is { IsConnected: true, PendingBytes: 0 } && Gsock.TxedBytes - _sentBefore < MostInTurn)
        {
            return true;
        }

        TellWhenSent(callback);
        return false;
    }

    /// <summary>
    /// Subscribes to the next event that reports all output as handed to the operating system. Repeated calls before the event do nothing.
    /// </summary>
    internal void WatchOutput()
    {
        if (!_watchesOutput)
        {
            _watchesOutput = true;
            Gsock.Subscribe<EvTransmitReady>(this, SubscriptionOptions.Once);
        }
    }

    private void AcFlush(in EvResponseFlush e)
    {
        if (IsPumping)
        {
            SendPumped();
        }
        else
        {
            FlushOut();
        }

        if (e.Callback is { } callback)
        {
            TellWhenSent(callback);
        }
    }

    private void TellWhenSent(Action callback)
    {
        (_whenFlushed ??= new()).Enqueue((callback, Requests));
        if (Gsock.PendingBytes > 0)
        {
            WatchOutput();
        }
        else
        {
            PostAlways(new EvOutputSent());
        }
    }

    private void AcTransmitReady()
    {
        _watchesOutput = false;
        AcOutputSent();
    }

    private void AcOutputSent()
    {
        _sentBefore = Gsock.TxedBytes;

        // Only the present callbacks: flushes inside them have their own output and their own event.
        for (var left = _whenFlushed?.Count ?? 0; left > 0 && !IsIn(State.Gone) && _whenFlushed!.TryDequeue(out var flushed); left--)
        {
            TellFlushed(flushed.Callback, flushed.Request);
        }

        if (IsIn(State.Idle))
        {
            AcMarkTime();
            AcGoOn();
        }
        else
        {
            Answering.Current?.TellSent();
        }
    }

    /// <summary>Calls a callback of Flush. Its exception fails the response if that is not complete, and has no other effect.</summary>
    private void TellFlushed(Action callback, int request)
    {
        try
        {
            callback();
        }
        catch (Exception x) when (request == Requests && IsAwaitingResponse)
        {
            Answering.Fail(Answering.Exchange, x);
        }
        catch (Exception x)
        {
            Gaplic.ReportFault(this, x);
        }
    }
}
