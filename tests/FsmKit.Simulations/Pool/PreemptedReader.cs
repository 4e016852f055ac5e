using System.IO.Pipelines;

namespace FsmKit.Simulations.Pool;

/// <summary>The end of a pipe for reading; around each call the other side may get ahead.</summary>
internal sealed class PreemptedReader(PipeReader inner, WorldPool pool) : PipeReader
{
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        inner.AdvanceTo(consumed, examined);
        pool.Preempt();
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null)
    {
        pool.Preempt();
        inner.Complete(exception);
        pool.Preempt();
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        pool.Preempt();
        return Preempted<ReadResult>.Of(inner.ReadAsync(cancellationToken), pool);
    }

    public override bool TryRead(out ReadResult result)
    {
        pool.Preempt();
        return inner.TryRead(out result);
    }
}
