using System.Buffers;
using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>
/// A body that is read while it comes: the loop writes it, and the application reads it, wherever it runs. Its first read asks a client for the
/// body that waits to be asked.
/// </summary>
internal sealed class StreamedBody(HttpExchange exchange) : PipeReader
{
    private readonly (PipeReader Reader, PipeWriter Writer) _pipe = exchange.Context.Pool.Open(exchange.Context.InputPipes);
    private bool _isAskedFor;
    private bool _isUnwanted;

    /// <summary>The reader is behind: nothing more is read from the client until it has caught up.</summary>
    public bool IsHeldBack { get; private set; }

    /// <summary>What has come. On the loop.</summary>
    public void Put(ReadOnlySpan<byte> data)
    {
        if (_isUnwanted)
        {
            return;
        }

        _pipe.Writer.Write(data);
        var flush = _pipe.Writer.FlushAsync();
        if (flush.IsCompleted)
        {
            _isUnwanted = flush.Result.IsCompleted;
        }
        else
        {
            IsHeldBack = true;
            _ = CatchUp(flush);
        }
    }

    /// <summary>All has come, or an exception tells why no more does; the first end counts. On the loop.</summary>
    public void End(Exception? why = null) => _pipe.Writer.Complete(why);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        AskForIt();
        return _pipe.Reader.ReadAsync(cancellationToken);
    }

    public override bool TryRead(out ReadResult result)
    {
        AskForIt();
        return _pipe.Reader.TryRead(out result);
    }

    public override void AdvanceTo(SequencePosition consumed) => _pipe.Reader.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _pipe.Reader.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => _pipe.Reader.CancelPendingRead();

    /// <summary>What still comes is thrown away. Why is not the client's business, nor the loop's.</summary>
    public override void Complete(Exception? exception = null) => _pipe.Reader.Complete();

    /// <summary>Comes back to the loop, as what waits for this pipe's writer does.</summary>
    private async Task CatchUp(ValueTask<FlushResult> flush)
    {
        _isUnwanted = (await flush.ConfigureAwait(false)).IsCompleted;
        IsHeldBack = false;
        exchange.Channel?.TellBodyTaken(this);
    }

    private void AskForIt()
    {
        if (!_isAskedFor)
        {
            _isAskedFor = true;
            if (exchange.Input == this && exchange.Protocol.IsWaitingForContinue)
            {
                exchange.Channel?.WantBody(exchange);
            }
        }
    }
}
