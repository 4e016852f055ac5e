using System.IO.Pipelines;

namespace FsmKit.TestShared;

/// <summary>The end of a pipe for reading; around each call the other side may get ahead.</summary>
internal sealed class PreemptedReader(PipeReader inner, Action preempt) : PipeReader
{
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        inner.AdvanceTo(consumed, examined);
        preempt();
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null)
    {
        preempt();
        inner.Complete(exception);
        preempt();
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        preempt();
        return Preempted<ReadResult>.Of(inner.ReadAsync(cancellationToken), preempt);
    }

    public override bool TryRead(out ReadResult result)
    {
        preempt();
        return inner.TryRead(out result);
    }
}
