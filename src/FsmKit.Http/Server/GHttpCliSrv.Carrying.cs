using System.Buffers;
using System.IO.Pipelines;

namespace FsmKit.Http;

/// <content>From the pipe of a response to the client.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Callable from any thread.</summary>
    internal void CarryLater(HttpExchange exchange, PipedBody body) => Gaplic.PostCallback(() => _ = Carry(exchange, body));

    /// <summary>Runs on the loop: what it waits for comes back there.</summary>
    private async Task Carry(HttpExchange exchange, PipedBody body)
    {
        try
        {
            if (!IsAt(exchange, body))
            {
                return;
            }

            var hasRead = body.Reader.TryRead(out var read);
            if (!hasRead && CurrentState == State.WaitResponse)
            {
                // Flushed with nothing in it: the client is to see the head.
                this.Send(new EvResponseStart(exchange.Response));
                this.Send(new EvResponseFlush(null));
            }

            while (hasRead || IsAt(exchange, body))
            {
                read = hasRead ? read : await body.Reader.ReadAsync().ConfigureAwait(false);
                hasRead = false;
                if (!IsAt(exchange, body) || PassOn(exchange.Response, body.Reader, in read))
                {
                    return;
                }

                if (Gsock.PendingBytes > 0)
                {
                    await Sent(exchange).ConfigureAwait(true);
                }
            }
        }
        catch (Exception x) when (IsAt(exchange, body))
        {
            exchange.Failure = x.GetType().FullName;
            HttpLog.HandlerFailed(Gaplic.Logger, this, exchange.Request, x);
            this.Send(new EvFailed(500, ChannelEndReason.HandlerFailed, x));
        }
        catch (Exception)
        {
            // The pipe was closed while it was waited for.
        }
        finally
        {
            body.Reader.Complete();
        }
    }

    /// <summary>Nothing has come between: the response is still this one, and goes on.</summary>
    private bool IsAt(HttpExchange exchange, PipedBody body) => _exchange == exchange && exchange.Output == body && exchange.IsInService;

    /// <summary>Sends what is in the pipe, and not much at once.</summary>
    /// <returns>True when the response is complete. The pipe may be closed then.</returns>
    private bool PassOn(HttpResponse response, PipeReader reader, in ReadResult read)
    {
        if (CurrentState == State.WaitResponse)
        {
            if (read.IsCompleted && (read.Buffer.IsSingleSegment || read.Buffer.Length < LargeBody))
            {
                SendWhole(response, read.Buffer);
                return true;
            }

            if (read.IsCompleted)
            {
                response.AnnounceLength(read.Buffer.Length);
            }

            this.Send(new EvResponseStart(response));
        }

        var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, LargeBatch));
        foreach (var piece in part)
        {
            this.Send(new EvResponseData(response, piece.Span));
        }

        if (read.IsCompleted && part.Length == read.Buffer.Length)
        {
            this.Send(new EvResponseEnd(response));
            return true;
        }

        this.Send(new EvResponseFlush(null));
        if (_exchange?.Response == response)
        {
            reader.AdvanceTo(part.End);
        }

        return false;
    }

    private void SendWhole(HttpResponse response, in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            this.Send(new EvHttpResponse(response, body.FirstSpan));
            return;
        }

        var length = (int)body.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(bytes);
            this.Send(new EvHttpResponse(response, bytes.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private Task Sent(HttpExchange exchange)
    {
        var sent = new TaskCompletionSource();
        exchange.WhenSent(sent.SetResult);
        WatchOutput();
        return sent.Task;
    }
}
