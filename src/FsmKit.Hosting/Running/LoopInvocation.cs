namespace FsmKit.Hosting;

/// <summary>A delegate on its way to the loop's thread, and its result on the way back.</summary>
internal sealed class LoopInvocation<T>
{
    private readonly Func<Task<T>> _function;
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _loop;

    private LoopInvocation(string loop, Func<Task<T>> function) => (_loop, _function) = (loop, function);

    public static async Task<T> RunAsync(LoopRun run, string loop, Func<Task<T>> function, CancellationToken cancellation)
    {
        var invocation = new LoopInvocation<T>(loop, function);

        // Registered before the post: a loop that ends drops its callbacks, and this tells the caller.
        await using var gone = run.Gone.UnsafeRegister(static self => ((LoopInvocation<T>)self!).Lose(), invocation).ConfigureAwait(false);

        // Two cycles, as the callbacks of a cycle come before its events: so the delegate runs after what the caller has posted before.
        run.Gaplic.PostCallback(() => run.Gaplic.PostCallback(static self => ((LoopInvocation<T>)self!).Begin(), invocation));
        return await invocation._result.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private void Lose() => _result.TrySetException(new FsmKitLoopException(_loop, $"Loop '{_loop}' has ended before the delegate had finished."));

    private void Begin()
    {
        try
        {
            _ = FinishAsync(_function());
        }
        catch (Exception x)
        {
            _result.TrySetException(x);
        }
    }

    private async Task FinishAsync(Task<T> task)
    {
        try
        {
            _result.TrySetResult(await task.ConfigureAwait(false));
        }
        catch (OperationCanceledException x)
        {
            _result.TrySetCanceled(x.CancellationToken);
        }
        catch (Exception x)
        {
            _result.TrySetException(x);
        }
    }
}
