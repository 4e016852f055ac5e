using FsmKit.Net;

namespace FsmKit.Http;

/// <content>From the output buffer to the gsock.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>So much goes out although more answers of the same input may follow.</summary>
    private const int LargeBatch = 64 * 1024;

    private Queue<(Action Callback, int Request)>? _whenFlushed;
    private bool _watchesOutput;

    /// <summary>Hands over what was written since the mark: at once when nothing else will, and in one piece with the other answers otherwise.</summary>
    private void Emit(int mark, bool isFlush)
    {
        if (IsPumping)
        {
            if (Output.Count - _context.PumpedFrom >= LargeBatch)
            {
                SendPumped();
            }
        }
        else if (isFlush && Output.Count > mark)
        {
            SendOut(mark);
        }
        else if (isFlush)
        {
            FlushOut();
        }
        else if (!Gsock.IsConnected)
        {
            Output.Remove(mark, Output.Count);
        }
        else
        {
            var wasCongested = Gsock.IsCongested;
            var end = Output.Count;
            Send(Gsock, new EvWriteOutputData(Output.Since(mark)));
            Output.Remove(mark, end);
            if (!wasCongested && (Gsock.IsCongested || Gsock.PendingBytes >= LargeBatch))
            {
                FlushOut();
            }
        }
    }

    /// <summary>Hands bytes to the gsock. One whose connection has just broken takes none, and tells of the end in the next cycle; until then a handler may still answer.</summary>
    private void HandOver(ReadOnlySpan<byte> data)
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvSendData(data));
        }
    }

    private void FlushOut()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvFlushOutputData());
        }
    }

    /// <summary>Sends what was written since the mark; of a pump, all that it has collected.</summary>
    private void SendOut(int mark)
    {
        if (IsPumping)
        {
            SendPumped();
        }
        else
        {
            SendBetween(mark, Output.Count);
        }
    }

    private void SendBetween(int mark, int end)
    {
        if (end > mark)
        {
            HandOver(Output.Since(mark));
            Output.Remove(mark, end);
        }
    }

    /// <summary>Sends what this pump has collected; nothing outside of it. What a call from within collects meanwhile stays for the next time.</summary>
    private void SendPumped()
    {
        if (IsPumping)
        {
            var from = _context.PumpedFrom;
            _context.PumpedFrom = Output.Count;
            SendBetween(from, _context.PumpedFrom);
            _context.PumpedFrom = from;
        }
    }

    /// <summary>Subscribes to the next event that says that all output has been handed to the system. Called again before it has come, it does nothing.</summary>
    private void WatchOutput()
    {
        if (!_watchesOutput)
        {
            _watchesOutput = true;
            Gsock.Subscribe<EvTransmitReady>(this, SubscriptionOptions.Once);
        }
    }

    private void AcTransmitReady()
    {
        _watchesOutput = false;
        AcOutputSent();
    }

    private void AcOutputSent()
    {
        // As many as there are now: what they flush in turn is told by what is sent for that.
        for (var left = _whenFlushed?.Count ?? 0; left > 0 && !IsIn(State.Gone) && _whenFlushed!.TryDequeue(out var flushed); left--)
        {
            TellFlushed(flushed.Callback, flushed.Request);
        }

        if (IsIn(State.Idle))
        {
            _since = Gaplic.Clock.Recent;
            AcGoOn();
        }
        else
        {
            _exchange?.TellSent();
        }
    }

    /// <summary>What a callback throws fails its response where that is not complete, and keeps nothing else from going on.</summary>
    private void TellFlushed(Action callback, int request)
    {
        try
        {
            callback();
        }
        catch (Exception x) when (request == Requests && IsAwaitingResponse)
        {
            ApplicationFailed(_exchange!, x);
        }
        catch (Exception x)
        {
            Gaplic.ReportFault(this, x);
        }
    }
}
