using System.Buffers;
using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>Carries the body of a response from its pipe to the client.</summary>
internal readonly struct BodyCarrier(GHttpCliSrv channel, HttpExchange exchange, PipedBody body)
{
    /// <summary>Whether the response of the exchange is still in progress.</summary>
    private bool IsNeeded => IsCurrent && exchange.Output == body && exchange.States.IsInService;

    private bool IsCurrent => channel.Answering.Current == exchange;

    /// <summary>Carries the whole body. Runs on the loop, continuations included.</summary>
    public async Task Carry()
    {
        try
        {
            if (!IsNeeded)
            {
                return;
            }

            var hasRead = body.Reader.TryRead(out var read);
            if (!hasRead && channel.IsWaitingForResponse)
            {
                // A flush without data sends the head.
                channel.Send(new GHttpCliSrv.EvResponseStart(exchange.Response));
                channel.Send(new GHttpCliSrv.EvResponseFlush(null));
            }

            while (hasRead || IsNeeded)
            {
                read = hasRead ? read : await body.Reader.ReadAsync().ConfigureAwait(false);
                hasRead = false;
                if (!IsNeeded || PassOn(in read))
                {
                    return;
                }

                await new SentAwaiter(channel, exchange);
            }
        }
        catch (Exception x) when (IsNeeded)
        {
            channel.Answering.Fail(exchange, x);
        }
        catch (Exception)
        {
            // The pipe was closed during the wait.
        }
        finally
        {
            body.Reader.Complete();
        }
    }

    /// <summary>Sends the data in the pipe in limited portions.</summary>
    /// <returns>True when the response is complete. The pipe may be closed then.</returns>
    private bool PassOn(in ReadResult read)
    {
        var response = exchange.Response;
        if (channel.IsWaitingForResponse)
        {
            if (read.IsCompleted && (read.Buffer.IsSingleSegment || read.Buffer.Length < Answering.LargeBody))
            {
                SendWhole(read.Buffer);
                return true;
            }

            if (read.IsCompleted)
            {
                response.AnnounceLength(read.Buffer.Length);
            }

            channel.Send(new GHttpCliSrv.EvResponseStart(response));
        }

        var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, GHttpCliSrv.LargeBatch));
        foreach (var piece in part)
        {
            channel.Send(new GHttpCliSrv.EvResponseData(response, piece.Span));
            if (!IsCurrent)
            {
                // OutbufOverflow is exceeded: the connection is dropped, and the pipe with it.
                return true;
            }
        }

        if (read.IsCompleted && part.Length == read.Buffer.Length)
        {
            channel.Send(new GHttpCliSrv.EvResponseEnd(response));
            return true;
        }

        channel.Send(new GHttpCliSrv.EvResponseFlush(null));
        if (IsCurrent)
        {
            body.Reader.AdvanceTo(part.End);
        }

        return false;
    }

    private void SendWhole(in ReadOnlySequence<byte> whole)
    {
        if (whole.IsSingleSegment)
        {
            channel.Send(new EvHttpResponse(exchange.Response, whole.FirstSpan));
            return;
        }

        var length = (int)whole.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            whole.CopyTo(bytes);
            channel.Send(new EvHttpResponse(exchange.Response, bytes.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
