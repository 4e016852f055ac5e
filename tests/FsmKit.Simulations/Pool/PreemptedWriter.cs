using System.IO.Pipelines;

namespace FsmKit.Simulations.Pool;

/// <summary>The end of a pipe for writing; around each call, and before each answer to a question, the other side may get ahead.</summary>
internal sealed class PreemptedWriter(PipeWriter inner, WorldPool pool) : PipeWriter
{
    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void Advance(int bytes) => inner.Advance(bytes);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        pool.Preempt();
        inner.Complete(exception);
        pool.Preempt();
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        pool.Preempt();
        return Preempted<FlushResult>.Of(inner.FlushAsync(cancellationToken), pool);
    }
}
