using System.IO.Pipelines;

namespace FsmKit.Http;

/// <content>The body.</content>
public sealed partial class HttpRequest
{
    private CancellationTokenSource? _aborted;
    private bool _isAborted;
    private PipeReader? _reader;

    /// <summary>
    /// How long the body may be; <see cref="GHttpServer.InspectHead"/> may write it. Null is <see cref="GHttpServer.MaxRequestBodySize"/>.
    /// </summary>
    public long? MaxBodyBytes { get; set; }

    /// <summary>
    /// Whether the request is published before its body has come; <see cref="GHttpServer.InspectHead"/> may write it. Null is
    /// <see cref="GHttpServer.StreamBodies"/>.
    /// </summary>
    public bool? StreamsBody { get; set; }

    /// <summary>How many bytes the body has; 0 of a streamed one.</summary>
    public long BodyLength => _exchange.Body.Length;

    /// <summary>The body, when it is complete and in memory: see <see cref="BodyIsInFile"/>.</summary>
    /// <exception cref="InvalidOperationException">It is in a file, or is streamed.</exception>
    public ReadOnlySpan<byte> BodyBytes => !_exchange.States.IsReadable ? throw Over()
        : _exchange.Input is not null ? throw new InvalidOperationException("The body is read while it comes: with OpenBody or BodyReader.")
        : !BodyIsInFile ? _exchange.Body.Memory
        : throw new InvalidOperationException(
            $"The body of {BodyLength} bytes is in a file, as it is larger than InbufOverflow: read it with OpenBody.");

    /// <summary>Whether the body was larger than <see cref="GHttpServer.InbufOverflow"/>, so that it is in a file.</summary>
    public bool BodyIsInFile => _exchange.Body.IsInFile;

    /// <summary>
    /// The body as a pipe, wherever it is; there is one. Of a streamed body it gives what comes: the first read asks a client for it that waits to be
    /// asked (100 Continue), who does not read holds the client back, and a body that does not come to its end is an
    /// <see cref="HttpBodyException"/>.
    /// </summary>
    public PipeReader BodyReader => !_exchange.States.IsReadable ? throw Over() : _exchange.Input ?? (_reader ??= PipeReader.Create(_exchange.Body.Open()));

    /// <summary>The body as a stream, from its beginning; of a streamed one, from where its reader is. See <see cref="BodyReader"/>.</summary>
    public Stream OpenBody() => !_exchange.States.IsReadable ? throw Over() : _exchange.Input?.AsStream() ?? _exchange.Body.Open();

    /// <summary>
    /// Cancelled when the client is gone, or given up, before the response is finished. Not when it has only ended its stream: it may still read.
    /// </summary>
    public CancellationToken Aborted
    {
        get
        {
            var source = _aborted ?? Interlocked.CompareExchange(ref _aborted, new CancellationTokenSource(), null) ?? _aborted;
            if (Volatile.Read(ref _isAborted))
            {
                source.Cancel();
            }

            return source.Token;
        }
    }

    /// <summary>
    /// Breaks the connection: nothing more is read or answered. Callable from any thread. Nothing happens when the request is over by the time
    /// the loop comes to it: the next request of the connection is not hit.
    /// </summary>
    public void Abort()
    {
        if (_exchange.Channel is { } channel)
        {
            channel.AbortLater(_exchange);
        }
    }

    /// <summary>Not on the loop: what is registered with the token is somebody else's.</summary>
    internal void TellAborted()
    {
        Volatile.Write(ref _isAborted, true);
        Interlocked.MemoryBarrier();
        _aborted?.CancelAsync();
    }
}
