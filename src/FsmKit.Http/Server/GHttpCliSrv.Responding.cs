using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Responses, to the bytes of the protocol.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Smallest body in bytes that goes to the gsock uncopied: copying it behind its head would cost more than a second call.</summary>
    private const int LargeBody = 32 * 1024;

    /// <summary>Writes a part of the body of the response in progress (GinsFSM <c>channel.write</c>); see <see cref="HttpResponse.Write"/>.</summary>
    /// <exception cref="InvalidOperationException">No request waits for an answer.</exception>
    public void Write(ReadOnlySpan<byte> data) => Current.Write(data);

    /// <summary>Sends the bytes written so far (GinsFSM <c>channel.flush</c>); see <see cref="HttpResponse.Flush"/>.</summary>
    /// <inheritdoc cref="Write"/>
    public void Flush(Action? callback = null) => Current.Flush(callback);

    /// <summary>Ends the response in progress (GinsFSM <c>channel.finish</c>).</summary>
    /// <param name="response">The expected response; null takes the one in progress.</param>
    /// <exception cref="InvalidOperationException">No request waits for an answer, or the request in progress is another one.</exception>
    public void Finish(HttpResponse? response = null)
    {
        if (response is not null && response != Current)
        {
            throw new InvalidOperationException($"{this} is answering another request.");
        }

        Current.Finish();
    }

    private HttpResponse Current => IsAwaitingResponse ? _exchange!.Response
        : throw new InvalidOperationException($"{this} has no request that waits for an answer.");

    private OutputBuffer Output => _context.Output;

    private bool IsForThis(in EvHttpResponse e) => e.Response == _exchange!.Response;

    private void AcRespond(in EvHttpResponse e)
    {
        var (protocol, mark) = (_exchange!.Protocol, Output.Count);
        var body = e.Body;
        e.Response.WriteHead(Output, LengthOf(in e));
        _exchange.WrittenBytes = body.Length;
        if (body.Length < LargeBody || e.Response.HasTrailers)
        {
            protocol.WriteBody(Output, body);
        }
        else
        {
            SendOut(mark);
            if (protocol.PassBody(body.Length))
            {
                HandOver(body);
            }
        }

        EndResponse(mark);
    }

    /// <summary>Returns the length to announce, null for none. Throws before anything is written, so that another answer is still possible.</summary>
    private long? LengthOf(in EvHttpResponse e)
    {
        var (status, length) = (e.Response.StatusCode, e.Response.ContentLength ?? e.Body.Length);
        if (status is 204 or 205 or 304)
        {
            return e.Body.IsEmpty ? length : throw new InvalidOperationException($"A response {status} has no body (RFC 9110 §15).");
        }

        if (e.Response is { HasTrailers: true, ContentLength: null } && _exchange!.Request.IsHttp11)
        {
            return null;
        }

        var isMuted = _exchange!.Request.Method == KnownMethod.Head;
        return length == e.Body.Length || (isMuted && e.Body.IsEmpty) ? length
            : throw new InvalidOperationException($"The response has {e.Body.Length} bytes and announces {length}.");
    }

    /// <summary>Sends early hints, before all later output. Callable from any thread.</summary>
    internal void SendHints(HttpExchange exchange, HttpResponseHeaders links)
    {
        if (exchange.Output is null)
        {
            this.Send(new EvEarlyHints(exchange.Response, links));
        }
        else
        {
            Later(exchange, new EvEarlyHints(exchange.Response, links));
        }
    }

    private void AcHint(in EvEarlyHints e)
    {
        var mark = Output.Count;
        if (e.Response == _exchange!.Response && _exchange.Protocol.ServerSide == HttpSide.SendResponse)
        {
            var head = _exchange.Protocol.BeginResponse(Output, 103);
            e.Links.WriteTo(head);
            head.End();
            Emit(mark, isFlush: true);
        }
    }

    private void AcStartResponse(in EvResponseStart e)
    {
        var mark = Output.Count;
        e.Response.WriteHead(Output, e.Response.ContentLength);
        _exchange!.Protocol.WriteBody(Output, e.Response.CollectedBody);
        _exchange.WrittenBytes = e.Response.CollectedBody.Length;
        Emit(mark, isFlush: false);
    }

    private bool HasRoom(in EvResponseData e) =>
        Gsock.PendingBytes == 0 || (long)Gsock.PendingBytes + e.Data.Length <= _context.OutbufOverflow;

    private void AcSendData(in EvResponseData e)
    {
        var data = e.Data;
        do
        {
            var mark = Output.Count;
            var part = data[..Math.Min(data.Length, LargeBatch)];
            _exchange!.Protocol.WriteBody(Output, part);
            _exchange.WrittenBytes += part.Length;
            data = data[part.Length..];
            Emit(mark, isFlush: part.Length >= LargeBody);
        }
        while (!data.IsEmpty);
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
    }

    private void AcEndResponse() => EndResponse(Output.Count);

    private void EndResponse(int mark)
    {
        var exchange = _exchange!;
        if (exchange.Response.IsLast)
        {
            exchange.Protocol.CloseAfterResponse();
        }

        if (!exchange.Response.WriteEnd(Output))
        {
            HttpLog.TooShort(Logger, this);
            _reason = ChannelEndReason.ResponseCutOff;
        }

        exchange.Does(ExchangeSignal.Answer);
        Emit(mark, isFlush: true);
        Answered();
    }

    /// <summary>
    /// Reports that the response is written. The next request waits until the handler of this one has returned, because the handler may
    /// still read the body.
    /// </summary>
    private void Answered()
    {
        if (!_exchange!.States.IsHandlerRunning)
        {
            this.Send(new EvAnswered());
        }
    }
}
