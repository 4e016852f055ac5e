using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Transport from the output buffer to the gsock.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Bytes of pipelined output after which it is flushed early.</summary>
    private const int LargeBatch = 64 * 1024;

    private Queue<(Action Callback, int Request)>? _whenFlushed;
    private bool _watchesOutput;

    /// <summary>Hands the output since the mark over: at once outside of a pump, otherwise in one piece with the other answers of the pump.</summary>
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

    /// <summary>
    /// Hands bytes to the gsock. A gsock with a broken connection takes none and announces the end in the next cycle; until then a handler
    /// may still answer.
    /// </summary>
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

    /// <summary>Sends the output since the mark; within a pump, all output that the pump has collected.</summary>
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

    /// <summary>
    /// Sends the output that this pump has collected. Does nothing outside of a pump. Output collected during the call stays for the next
    /// one.
    /// </summary>
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

    /// <summary>
    /// Subscribes to the next event that reports all output as handed to the operating system. Repeated calls before the event do nothing.
    /// </summary>
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
        // Only the present callbacks: flushes inside them have their own output and their own event.
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

    /// <summary>Calls a callback of Flush. Its exception fails the response if that is not complete, and has no other effect.</summary>
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
