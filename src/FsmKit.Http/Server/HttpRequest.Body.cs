using System.IO.Pipelines;

namespace FsmKit.Http;

/// <content>The body of the request, and the end of its connection.</content>
public sealed partial class HttpRequest
{
    private CancellationTokenSource? _aborted;
    private bool _isAborted;
    private bool _hasInputEnded;
    private PipeReader? _reader;

    /// <summary>
    /// Limits the length of this request's body in bytes. Null, the default, takes <see cref="GHttpServer.MaxRequestBodySize"/>.
    /// <see cref="GHttpServer.InspectHead"/> may write the limit.
    /// </summary>
    public long? MaxBodyBytes { get; set; }

    /// <summary>
    /// Whether the application gets this request before its body has come. Null, the default, takes <see cref="GHttpServer.StreamBodies"/>.
    /// <see cref="GHttpServer.InspectHead"/> may write the choice.
    /// </summary>
    public bool? StreamsBody { get; set; }

    /// <summary>The length of the collected body in bytes; 0 without a body, and for a streamed one.</summary>
    public long BodyLength => _exchange.Body.Length;

    /// <summary>The complete body, when it is in memory; see <see cref="BodyIsInFile"/>.</summary>
    /// <exception cref="InvalidOperationException">The body is in a file or is streamed, or the request is over.</exception>
    public ReadOnlySpan<byte> BodyBytes => !_exchange.States.IsReadable ? throw Over()
        : _exchange.Input is not null ? throw new InvalidOperationException("The body is streamed: read it with OpenBody or BodyReader.")
        : !BodyIsInFile ? _exchange.Body.Memory
        : throw new InvalidOperationException(
            $"The body of {BodyLength} bytes is in a file, as it is larger than InbufOverflow: read it with OpenBody.");

    /// <summary>Whether the body is in a temporary file, because it was larger than <see cref="GHttpServer.InbufOverflow"/>.</summary>
    public bool BodyIsInFile => _exchange.Body.IsInFile;

    /// <summary>
    /// The body as a pipe, from memory, from the file or from the connection; each read of the property returns the same pipe. The first
    /// read of a streamed body sends 100 Continue to a client that waits for it. While the application does not read, the server soon stops
    /// receiving from the client. A read of a streamed body that ends before it is complete throws <see cref="HttpBodyException"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request is over.</exception>
    public PipeReader BodyReader => !_exchange.States.IsReadable ? throw Over() : _exchange.Input ?? (_reader ??= PipeReader.Create(_exchange.Body.Open()));

    /// <summary>Opens the body as a stream, from its beginning; a streamed body continues at the position of <see cref="BodyReader"/>.</summary>
    /// <exception cref="InvalidOperationException">The request is over.</exception>
    public Stream OpenBody() => !_exchange.States.IsReadable ? throw Over() : _exchange.Input?.AsStream() ?? _exchange.Body.Open();

    /// <summary>
    /// A token that is cancelled when the connection ends, or the server closes it, before the response is finished. A client that has only
    /// ended its own stream does not cancel the token, because such a client may still read, unless
    /// <see cref="GHttpServer.AbortsAtInputEnd"/> is true. Callbacks do not run on the loop.
    /// </summary>
    public CancellationToken Aborted
    {
        get
        {
            var source = _aborted ?? Interlocked.CompareExchange(ref _aborted, new CancellationTokenSource(), null) ?? _aborted;
            if (IsAborted || Volatile.Read(ref _hasInputEnded))
            {
                source.Cancel();
            }

            return source.Token;
        }
    }

    /// <summary>
    /// Resets the connection; nothing more is read or answered. Callable from any thread. On the loop the reset happens within the call.
    /// From another thread, or in <see cref="GHttpServer.InspectHead"/>, it happens in a later turn of the loop, unless the request is over
    /// by then.
    /// </summary>
    public void Abort()
    {
        if (_exchange.Channel is { } channel)
        {
            channel.Answering.Abort(_exchange);
        }
    }

    /// <summary>Whether <see cref="Aborted"/> is cancelled, or will be as soon as it is read.</summary>
    internal bool IsAborted => Volatile.Read(ref _isAborted);

    /// <summary>Cancels <see cref="Aborted"/> beside the loop, because the callbacks of the token are application code.</summary>
    internal void TellAborted()
    {
        Volatile.Write(ref _isAborted, true);
        Cancel();
    }

    /// <summary>Cancels <see cref="Aborted"/> and leaves the response as it is, because the client has ended its stream.</summary>
    internal void TellInputEnded()
    {
        Volatile.Write(ref _hasInputEnded, true);
        Cancel();
    }

    private void Cancel()
    {
        Interlocked.MemoryBarrier();
        if (_aborted is { } source)
        {
            _exchange.Context.Pool.Cancel(source);
        }
    }
}
