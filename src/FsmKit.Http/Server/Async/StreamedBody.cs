using System.Buffers;
using System.IO.Pipelines;

namespace FsmKit.Http;

/// <summary>
/// A request body that is read while it arrives: written by the loop, read by the application on any thread. The first read sends 100
/// Continue to a client that waits for it.
/// </summary>
internal sealed class StreamedBody(HttpExchange exchange) : PipeReader
{
    private readonly (PipeReader Reader, PipeWriter Writer) _pipe = exchange.Context.OpenInput();
    private bool _isAskedFor;
    private bool _isUnwanted;

    /// <summary>Whether the reader is behind, so that nothing is read from the client until the reader has caught up.</summary>
    public bool IsHeldBack { get; private set; }

    /// <summary>Adds received bytes. On the loop.</summary>
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

    /// <summary>Ends the body, with null when it is complete, or with an exception for its reader. Only the first call counts. On the loop.</summary>
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

    /// <summary>Discards the rest of the body; the exception stays with the reader.</summary>
    public override void Complete(Exception? exception = null) => _pipe.Reader.Complete();

    /// <summary>Waits for the reader and continues on the loop.</summary>
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
