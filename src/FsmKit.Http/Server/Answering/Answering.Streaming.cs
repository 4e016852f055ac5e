using System.Buffers;

namespace FsmKit.Http;

/// <content>The body of a request: collected, or streamed to its reader.</content>
internal sealed partial class Answering
{
    /// <summary>Whether the client is in the middle of a body whose reader has caught up.</summary>
    public bool StreamsInput => Current is { Protocol.ClientSide: HttpSide.SendBody, Input: null or { IsHeldBack: false } };

    /// <summary>Adds a part to the collected body.</summary>
    public void Collect(ReadOnlySpan<byte> data)
    {
        var body = Exchange.Body;
        if (body.Fits(data.Length, Context.InbufOverflow))
        {
            body.Add(data);
            return;
        }

        // Input waits until the file has taken this part: a slow disk slows the client down, not the loop.
        var copy = ArrayPool<byte>.Shared.Rent(data.Length);
        data.CopyTo(copy);
        Exchange.Does(ExchangeSignal.Spill);
        body.BeginSpill();
        new BodySpill(body, copy, data.Length, channel).Begin();
    }

    /// <summary>Sends 100 Continue to a client that waits for it.</summary>
    public void Continue(in GHttpCliSrv.EvWantBody e)
    {
        var mark = Output.Count;
        if (e.Exchange == Current && Current.Protocol.WriteContinue(Output))
        {
            Current.BodyPace.Begin(channel.Gaplic.Clock.Recent);
            channel.Emit(mark, isFlush: true);
        }
    }

    /// <summary>Ends the streamed body with an exception for its reader, with the reason of the fault.</summary>
    public void BreakOffBody(HttpFault fault) =>
        Current?.Input?.End(new HttpBodyException(fault.IsCutOff ? 0 : fault.Status, fault.Reason));
}
