using System.IO.Pipelines;

namespace FsmKit.Http;

/// <content>For handlers that wait for something or run elsewhere: the body goes through a pipe to the loop.</content>
public sealed partial class HttpResponse
{
    private bool _isEnded;

    /// <summary>
    /// The body as a pipe, to be used from one thread at a time, whichever. The first flush settles the head and sends it; a body that ends before is
    /// sent with its length. Its <c>FlushAsync</c> waits for a client that is slow, and says <c>IsCompleted</c> when the client is gone. Completing
    /// it ends the response; with an exception, it fails.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something was written directly, or the response is finished.</exception>
    public PipeWriter BodyWriter
    {
        get
        {
            MustNotBeFinished();
            if (_exchange.Output is null && (HasStarted || _body.Count > 0))
            {
                throw new InvalidOperationException("Something of this response was written directly: go on with Write.");
            }

            return _exchange.OpenOutput();
        }
    }

    /// <summary>The same as a stream. On the loop, only its asynchronous methods: the others would block it.</summary>
    /// <inheritdoc cref="BodyWriter"/>
    public Stream Body => BodyWriter.AsStream(leaveOpen: true);

    /// <summary>Writes some of the body and sends it.</summary>
    /// <returns>False when the client is gone: whatever else is written is thrown away.</returns>
    /// <inheritdoc cref="BodyWriter"/>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellation = default) =>
        !(await BodyWriter.WriteAsync(data, cancellation).ConfigureAwait(false)).IsCompleted;

    /// <summary>Sends what was written, with the head if it is the first.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async ValueTask<bool> FlushAsync(CancellationToken cancellation = default) =>
        !(await BodyWriter.FlushAsync(cancellation).ConfigureAwait(false)).IsCompleted;

    /// <summary>
    /// Takes the connection over to another protocol: answers 101. What the client sends is read from the pipe, and what is written to
    /// it is sent; when the handler is done, or the writer completed, the connection is closed.
    /// </summary>
    /// <param name="protocol">One of those that the client offers in <c>Upgrade</c>.</param>
    /// <exception cref="InvalidOperationException">The client has not offered it, or something is answered already.</exception>
    public IDuplexPipe Upgrade(string protocol)
    {
        ArgumentException.ThrowIfNullOrEmpty(protocol);
        MustNotHaveStarted();
        if (!Request.Offers(protocol))
        {
            throw new InvalidOperationException($"The client does not offer to speak {protocol} (RFC 9110 §7.8).");
        }

        if (Request.HasBody)
        {
            throw new InvalidOperationException("A request with a body is not upgraded: its body would have to be read first.");
        }

        var pipes = new Duplex(_exchange.OpenInput(), _exchange.OpenOutput());
        pipes.Output.BeginCarrying();
        Settle(isEnded: false);
        _exchange.Channel?.Upgrade(_exchange, protocol);
        return pipes;
    }

    /// <summary>The application has ended it.</summary>
    internal bool IsEnded => Volatile.Read(ref _isEnded);

    /// <summary>What the application has said of the head is what will be sent.</summary>
    internal void Settle(bool isEnded)
    {
        HasStarted = true;
        Volatile.Write(ref _isEnded, _isEnded || isEnded);
    }

    /// <summary>The handler has come back, and the body was there before anything was sent.</summary>
    internal void AnnounceLength(long length) => _length ??= HasTrailers ? null : length;

    private void MustBeDirect()
    {
        if (_exchange.Output is not null)
        {
            throw new InvalidOperationException("This response goes through a pipe, as its handler is asynchronous or runs elsewhere: use FlushAsync.");
        }
    }

    private sealed record Duplex(StreamedBody Input, PipedBody Output) : IDuplexPipe
    {
        PipeReader IDuplexPipe.Input => Input;

        PipeWriter IDuplexPipe.Output => Output;
    }
}
