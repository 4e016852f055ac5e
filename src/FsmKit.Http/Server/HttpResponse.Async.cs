using System.IO.Pipelines;

namespace FsmKit.Http;

/// <content>Handlers that are asynchronous or run on the thread pool: a pipe carries the body to the loop.</content>
public sealed partial class HttpResponse
{
    private bool _isEnded;

    /// <summary>
    /// The body as a pipe, usable from any thread, by one thread at a time. The first flush fixes the head, and a later turn of the loop
    /// sends it. <c>FlushAsync</c> waits for a slow client and returns <c>IsCompleted</c> when the client is gone. Completing the pipe ends
    /// the response; completing it with an exception answers 500, or cuts off a response that has begun.
    /// </summary>
    /// <remarks>
    /// Without <see cref="ContentLength"/> the framing depends on the moment at which the loop sends the head. If the pipe is completed by
    /// then, the response has a <c>Content-Length</c>; otherwise the body is chunked (for HTTP/1.0 it ends with the connection). So a handler
    /// that finishes soon after its first flush, before the loop has seen the flush, gets a <c>Content-Length</c> instead of chunks. A
    /// response with trailers is always chunked for HTTP/1.1.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The response was begun by <see cref="Write"/> or <see cref="Flush"/>, or is
    /// finished.</exception>
    public PipeWriter BodyWriter
    {
        get
        {
            MustNotBeFinished();
            if (_exchange.Output is null && (HasStarted || _body.Count > 0))
            {
                throw new InvalidOperationException("A part of this response was written directly: go on with Write.");
            }

            return _exchange.OpenOutput();
        }
    }

    /// <summary><see cref="BodyWriter"/> as a stream. On the loop use only its asynchronous methods, because the others block the loop.</summary>
    /// <inheritdoc cref="BodyWriter"/>
    public Stream Body => BodyWriter.AsStream(leaveOpen: true);

    /// <summary>Writes a part of the body and sends it.</summary>
    /// <returns>False when the client is gone: all further output is dropped.</returns>
    /// <inheritdoc cref="BodyWriter"/>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellation = default) =>
        !(await BodyWriter.WriteAsync(data, cancellation).ConfigureAwait(true)).IsCompleted;

    /// <summary>Sends the bytes written so far, after the head if that is not sent yet.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async ValueTask<bool> FlushAsync(CancellationToken cancellation = default) =>
        !(await BodyWriter.FlushAsync(cancellation).ConfigureAwait(true)).IsCompleted;

    /// <summary>
    /// Answers 101 and switches the connection to another protocol. The returned pipe reads the bytes of the client and sends the bytes
    /// written to it. The connection is closed when the handler's task or the writer is completed.
    /// When the client is gone already, the reader throws <see cref="HttpBodyException"/> and the writer is completed.
    /// </summary>
    /// <param name="protocol">One of the protocols that the client offers in <c>Upgrade</c>.</param>
    /// <exception cref="InvalidOperationException">The client has not offered the protocol, the request has a body, or the response has
    /// started.</exception>
    /// <exception cref="ArgumentException">The name of the protocol is empty.</exception>
    public IDuplexPipe Upgrade(string protocol)
    {
        ArgumentException.ThrowIfNullOrEmpty(protocol);
        MustNotHaveStarted();
        if (!Request.Offers(protocol))
        {
            throw new InvalidOperationException($"The client does not offer {protocol} in Upgrade (RFC 9110 §7.8).");
        }

        if (Request.HasBody)
        {
            throw new InvalidOperationException("A request with a body cannot be upgraded: the body comes before the other protocol.");
        }

        var (input, output) = _exchange.OpenBoth();
        var pipes = new Duplex(input, output);
        pipes.Output.BeginCarrying();
        Settle(isEnded: false);
        _exchange.Channel?.Answering.UpgradeLater(_exchange, protocol);
        return pipes;
    }

    /// <summary>Whether the application has ended the response.</summary>
    internal bool IsEnded => Volatile.Read(ref _isEnded);

    /// <summary>Fixes the head: later changes by the application throw.</summary>
    internal void Settle(bool isEnded)
    {
        HasStarted = true;
        Volatile.Write(ref _isEnded, _isEnded || isEnded);
    }

    /// <summary>Takes the length of a body that was complete before any byte was sent, unless the application has set a length or trailers.</summary>
    internal void AnnounceLength(long length) => _length ??= HasTrailers ? null : length;

    private void MustBeDirect()
    {
        if (_exchange.Output is not null)
        {
            throw new InvalidOperationException("This response uses a pipe, because its handler is asynchronous or runs on the thread pool: use FlushAsync.");
        }
    }

    private sealed record Duplex(StreamedBody Input, PipedBody Output) : IDuplexPipe
    {
        PipeReader IDuplexPipe.Input => Input;

        PipeWriter IDuplexPipe.Output => Output;
    }
}
