using System.IO.Pipelines;

namespace FsmKit.TestShared;

/// <summary>The end of a pipe for writing; around each call, and before each answer to a question, the other side may get ahead.</summary>
internal sealed class PreemptedWriter(PipeWriter inner, Action preempt) : PipeWriter
{
    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void Advance(int bytes) => inner.Advance(bytes);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        preempt();
        inner.Complete(exception);
        preempt();
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        preempt();
        return Preempted<FlushResult>.Of(inner.FlushAsync(cancellationToken), preempt);
    }
}
