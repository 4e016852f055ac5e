using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace FsmKit.Http;

/// <content>Transport from the pipe of a response to the client.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Starts to carry the body on the loop. Callable from any thread.</summary>
    internal void CarryLater(HttpExchange exchange, PipedBody body) => Gaplic.PostCallback(() => _ = Carry(exchange, body));

    /// <summary>Carries the body from its pipe to the client. Runs on the loop, continuations included.</summary>
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
                // A flush without data sends the head.
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
            // The pipe was closed during the wait.
        }
        finally
        {
            body.Reader.Complete();
        }
    }

    /// <summary>Returns whether the response of this exchange is still in progress.</summary>
    private bool IsAt(HttpExchange exchange, PipedBody body) => _exchange == exchange && exchange.Output == body && exchange.States.IsInService;

    /// <summary>Sends the data in the pipe in limited portions.</summary>
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
                // OutbufOverflow is exceeded: the connection is dropped, and the pipe with it.
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
    /// Waits until all output is handed to the operating system. The continuation runs inside that callback, on the loop. A task would run
    /// it on the thread pool when the loop has a synchronization context.
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
