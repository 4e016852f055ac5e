using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

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
            if (!hasRead && IsIn(State.WaitResponse))
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

                await new SentAwaiter(this, exchange);
            }
        }
        catch (Exception x) when (IsAt(exchange, body))
        {
            ApplicationFailed(exchange, x);
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
    private bool IsAt(HttpExchange exchange, PipedBody body) => _exchange == exchange && exchange.Output == body && exchange.States.IsInService;

    /// <summary>Sends what is in the pipe, and not much at once.</summary>
    /// <returns>True when the response is complete. The pipe may be closed then.</returns>
    private bool PassOn(HttpResponse response, PipeReader reader, in ReadResult read)
    {
        if (IsIn(State.WaitResponse))
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
            if (_exchange?.Response != response)
            {
                // More than may wait: the connection is given up, and the pipe with it.
                return true;
            }
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

    /// <summary>
    /// Waits until the output is sent. What goes on after it runs where that is told, on the loop: a task would let the thread pool run it
    /// when the loop has a synchronization context.
    /// </summary>
    private readonly struct SentAwaiter(GHttpCliSrv channel, HttpExchange exchange) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => channel.Gsock.PendingBytes == 0;

        public SentAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            exchange.WhenSent(continuation);
            channel.WatchOutput();
        }
    }
}
