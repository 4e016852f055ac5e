using System.IO.Pipelines;
using System.Threading.Tasks.Sources;

namespace FsmKit.Http.Tests;

/// <summary>The end of a pipe for writing; around each call, and before each answer to a question, the other side may get ahead.</summary>
internal sealed class PreemptedWriter(PipeWriter inner, SeededPool pool) : PipeWriter
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

/// <summary>The end of a pipe for reading, likewise.</summary>
internal sealed class PreemptedReader(PipeReader inner, SeededPool pool) : PipeReader
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

/// <summary>What a pipe promises. Between two questions of whether it is kept, the other side may keep it.</summary>
internal sealed class Preempted<T> : IValueTaskSource<T>
{
    private readonly ValueTask<T> _inner;
    private readonly SeededPool _pool;

    private Preempted(ValueTask<T> inner, SeededPool pool) => (_inner, _pool) = (inner, pool);

    public static ValueTask<T> Of(ValueTask<T> inner, SeededPool pool)
    {
        var task = inner.IsCompleted ? inner : new ValueTask<T>(new Preempted<T>(inner, pool), 0);
        pool.Preempt();
        return task;
    }

    public T GetResult(short token) => _inner.GetAwaiter().GetResult();

    public ValueTaskSourceStatus GetStatus(short token)
    {
        var status = !_inner.IsCompleted ? ValueTaskSourceStatus.Pending
            : _inner.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Faulted;
        _pool.Preempt();
        return status;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _pool.Preempt();
        var isHere = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0;
        _inner.ConfigureAwait(isHere).GetAwaiter().UnsafeOnCompleted(() => continuation(state));
    }
}
