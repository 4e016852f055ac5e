using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>
/// The body of a response, written by its handler on any thread and carried to the client by the loop. The first flush fixes the head.
/// </summary>
internal sealed class PipedBody(HttpExchange exchange) : PipeWriter
{
    private const int LargestPart = 64 * 1024;

    private readonly (PipeReader Reader, PipeWriter Writer) _pipe = exchange.Context.OpenOutput();
    private long _written;
    private int _isCarried;

    /// <summary>The reading end, for the loop.</summary>
    public PipeReader Reader => _pipe.Reader;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _pipe.Writer.UnflushedBytes;

    /// <summary>Returns true to the first caller only, which then owns the pump.</summary>
    public bool BeginCarrying() => Interlocked.Exchange(ref _isCarried, 1) == 0;

    /// <summary>Ends the writing side, with an exception that fails the response, or null.</summary>
    public void End(Exception? why = null)
    {
        Settle(isEnded: true);
        _pipe.Writer.Complete(why);
    }

    /// <summary>Copies the data in large parts, because each part may become a chunk.</summary>
    public void Put(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var count = Math.Min(data.Length, LargestPart);
            data[..count].CopyTo(GetSpan(count));
            Advance(count);
            data = data[count..];
        }
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        Put(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _pipe.Writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _pipe.Writer.GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        if (exchange.Response.ContentLength is { } length && _written + bytes > length)
        {
            throw new InvalidOperationException($"{bytes} further bytes for a body of which {length - _written} remain: its length was announced.");
        }

        _pipe.Writer.Advance(bytes);
        _written += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Settle(isEnded: false);
        var flush = _pipe.Writer.FlushAsync(cancellationToken);
        HaveCarried();
        return flush;
    }

    public override void CancelPendingFlush() => _pipe.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        End(exception);
        HaveCarried();
    }

    /// <summary>Fixes the head of the response, unless the object serves another request already.</summary>
    private void Settle(bool isEnded)
    {
        if (exchange.Output == this)
        {
            exchange.Response.Settle(isEnded);
        }
    }

    private void HaveCarried()
    {
        if (exchange.Channel is { } channel && BeginCarrying())
        {
            channel.Answering.CarryLater(exchange, this);
        }
    }
}
