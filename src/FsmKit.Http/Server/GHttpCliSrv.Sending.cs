using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Transport from the output buffer to the gsock.</content>
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
                SendPumped();
            }
        }
        else if (isFlush && Output.Count > mark)
        {
            SendSince(mark);
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

    /// <summary>Sends the output since the mark; within a pump, all output that the pump has collected.</summary>
    internal void SendOut(int mark)
    {
        if (IsPumping)
        {
            SendPumped();
        }
        else
        {
            SendSince(mark);
        }
    }

    private void FlushOut()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvFlushOutputData());
        }
    }

    /// <summary>Sends the output since the mark. Output collected during the call stays behind the mark.</summary>
    private void SendSince(int mark)
    {
        var end = Output.Count;
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
            var from = Context.PumpedFrom;
            Context.PumpedFrom = Output.Count;
            SendSince(from);
            Context.PumpedFrom = from;
        }
    }

    private bool HasRoom(in EvResponseData e) =>
        Gsock.PendingBytes == 0 || (long)Gsock.PendingBytes + e.Data.Length <= Context.OutbufOverflow;

    private void AcSendRaw(in EvResponseData e) => HandOver(e.Data);
}
