namespace FsmKit.Http;

/// <content>Responses, to the bytes of the protocol.</content>
internal sealed partial class Answering
{
    /// <summary>Smallest body in bytes that goes to the gsock uncopied: copying it behind its head would cost more than a second call.</summary>
    public const int LargeBody = 32 * 1024;

    /// <summary>Sends a whole response.</summary>
    public void Respond(in EvHttpResponse e)
    {
        var (exchange, mark) = (Exchange, Output.Count);
        var body = e.Body;
        e.Response.WriteHead(Output, LengthOf(in e));
        exchange.WrittenBytes = body.Length;
        if (body.Length < LargeBody || !exchange.Protocol.PassesBody)
        {
            exchange.Protocol.WriteBody(Output, body);
        }
        else
        {
            SendUncopied(mark, body);
        }

        End(mark);
    }

    /// <summary>Sends the head of a response, with the part of the body that is written already.</summary>
    public void Start(in GHttpCliSrv.EvResponseStart e)
    {
        var mark = Output.Count;
        e.Response.WriteHead(Output, e.Response.ContentLength);
        Exchange.Protocol.WriteBody(Output, e.Response.CollectedBody);
        Exchange.WrittenBytes = e.Response.CollectedBody.Length;
        channel.Emit(mark, isFlush: false);
    }

    /// <summary>Sends a part of the body.</summary>
    public void SendData(ReadOnlySpan<byte> data)
    {
        do
        {
            var mark = Output.Count;
            var part = data[..Math.Min(data.Length, GHttpCliSrv.LargeBatch)];
            if (part.Length >= LargeBody && Exchange.Protocol.PassesBody)
            {
                SendUncopied(mark, part);
            }
            else
            {
                Exchange.Protocol.WriteBody(Output, part);
                channel.Emit(mark, isFlush: part.Length >= LargeBody);
            }

            Exchange.WrittenBytes += part.Length;
            data = data[part.Length..];
        }
        while (!data.IsEmpty);
    }

    /// <summary>Sends the output since the mark, and then a part of the body from the memory where it is.</summary>
    private void SendUncopied(int mark, ReadOnlySpan<byte> part)
    {
        channel.SendOut(mark);
        if (Exchange.Protocol.PassBody(part.Length))
        {
            channel.HandOver(part);
        }
    }

    /// <summary>Ends the response, behind the output since the mark.</summary>
    public void End(int mark)
    {
        var (exchange, protocol) = (Exchange, Exchange.Protocol);
        if (exchange.Response.IsLast)
        {
            protocol.CloseAfterResponse();
        }

        if (exchange.Response.HasTrailers && protocol.TakesTrailers)
        {
            exchange.Response.WriteTrailers(Output);
        }
        else if (!protocol.EndResponse(Output))
        {
            HttpLog.TooShort(channel.Logger, channel);
            channel.EndsFor(ChannelEndReason.ResponseCutOff);
        }

        exchange.Does(ExchangeSignal.Answer);
        channel.Emit(mark, isFlush: true);
        Answered();
    }

    /// <summary>
    /// Reports that the response is written. The next request waits until the handler of this one has returned, because the handler may
    /// still read the body.
    /// </summary>
    private void Answered()
    {
        if (!Exchange.States.IsHandlerRunning)
        {
            channel.Send(new GHttpCliSrv.EvAnswered());
        }
    }

    /// <summary>Returns the length to announce, null for none. Throws before anything is written, so that another answer is still possible.</summary>
    private long? LengthOf(in EvHttpResponse e)
    {
        var (status, length) = (e.Response.StatusCode, e.Response.ContentLength ?? e.Body.Length);
        if (status is < 200 or 204 or 205 or 304 || (status < 300 && Exchange.Request.Method == KnownMethod.Connect))
        {
            return e.Body.IsEmpty ? length : throw new InvalidOperationException($"A response {status} has no body (RFC 9110 §15).");
        }

        if (e.Response is { HasTrailers: true, ContentLength: null } && Exchange.Request.IsHttp11)
        {
            return null;
        }

        var isMuted = Exchange.Request.Method == KnownMethod.Head;
        return e.Response.TransferEncoding is not null || length == e.Body.Length || (isMuted && e.Body.IsEmpty) ? length
            : throw new InvalidOperationException($"The response has {e.Body.Length} bytes and announces {length}.");
    }
}
