using System.Threading.Tasks.Sources;

namespace FsmKit.TestShared;

/// <summary>Task of a pipe that another side preempts. The other side may complete the task between any two looks at it.</summary>
internal sealed class Preempted<T> : IValueTaskSource<T>
{
    private readonly ValueTask<T> _inner;
    private readonly Action _preempt;

    private Preempted(ValueTask<T> inner, Action preempt) => (_inner, _preempt) = (inner, preempt);

    public static ValueTask<T> Of(ValueTask<T> inner, Action preempt)
    {
        var task = inner.IsCompleted ? inner : new ValueTask<T>(new Preempted<T>(inner, preempt), 0);
        preempt();
        return task;
    }

    public T GetResult(short token) => _inner.GetAwaiter().GetResult();

    public ValueTaskSourceStatus GetStatus(short token)
    {
        var status = !_inner.IsCompleted ? ValueTaskSourceStatus.Pending
            : _inner.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Faulted;
        _preempt();
        return status;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _preempt();
        var isHere = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0;
        _inner.ConfigureAwait(isHere).GetAwaiter().UnsafeOnCompleted(() => continuation(state));
    }
}
