using System.Threading.Tasks.Sources;

namespace FsmKit.Simulations.Pool;

/// <summary>What a pipe promises. Between two questions of whether it is kept, the other side may keep it.</summary>
internal sealed class Preempted<T> : IValueTaskSource<T>
{
    private readonly ValueTask<T> _inner;
    private readonly WorldPool _pool;

    private Preempted(ValueTask<T> inner, WorldPool pool) => (_inner, _pool) = (inner, pool);

    public static ValueTask<T> Of(ValueTask<T> inner, WorldPool pool)
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
