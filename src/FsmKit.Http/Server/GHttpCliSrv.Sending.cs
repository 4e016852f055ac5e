using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Transport from the output buffer to the socket.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Bytes of pipelined output after which it is flushed early.</summary>
    internal const int LargeBatch = 64 * 1024;

    private OutputBuffer Output => Context.Output;

    /// <summary>Hands the output since the mark over: at once outside of a pump, otherwise in one piece with the other answers of the pump.</summary>
    internal void Emit(int mark, bool isFlush)
    {
        if (IsPumping)
        {
            if (Output.Count - Context.PumpedFrom >= LargeBatch)
            {
                SendOut(mark);
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
    internal void HandOver(ReadOnlySpan<byte> data)
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvSendData(data));
        }
    }

    /// <summary>
    /// Sends the output since the mark; within a pump, all output that the pump has collected. Output collected during the call stays for
    /// the next one.
    /// </summary>
    internal void SendOut(int mark)
    {
        var isPumping = IsPumping;
        var (from, end) = (isPumping ? Context.PumpedFrom : mark, Output.Count);
        if (end <= from)
        {
            return;
        }

        if (isPumping)
        {
            Context.PumpedFrom = end;
        }

        HandOver(Output.Since(from));
        Output.Remove(from, end);
        if (isPumping)
        {
            Context.PumpedFrom = from;
        }
    }

    private void FlushOut()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvFlushOutputData());
        }
    }

    /// <summary>Sends the output that this pump has collected. Does nothing outside of a pump.</summary>
    private void SendPumped()
    {
        if (IsPumping)
        {
            SendOut(Context.PumpedFrom);
        }
    }

    private bool HasRoom(in EvResponseData e) =>
        Gsock.PendingBytes == 0 || (long)Gsock.PendingBytes + e.Data.Length <= Context.OutbufOverflow;

    private void AcSendRaw(in EvResponseData e) => HandOver(e.Data);
}
