namespace FsmKit.Hosting;

/// <content>The ways from the rest of the application into the loop.</content>
internal sealed partial class HostedLoop
{
    public T Root<T>(string? name = null)
        where T : class
    {
        var roots = Living("has no gobjs").Roots;
        return roots.Select(static root => root.GObj).OfType<T>().FirstOrDefault(gobj => name is null || (gobj as GObj)?.Name == name)
            ?? throw new FsmKitLoopException(
                Name, $"Loop '{Name}' has no gobj {typeof(T).Name}:{name}. It has: {string.Join(", ", roots.Select(static root => root.GObj))}.");
    }

    public Outcome Post<TEvent>(string root, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(root);
        if (_run is not { Gone.IsCancellationRequested: false, Started.IsCompletedSuccessfully: true } run)
        {
            return Outcome.Destroyed;
        }

        foreach (var gobj in run.Roots.Select(static root => root.GObj))
        {
            if (gobj.Name == root && gobj is IAccept<TEvent> accepts)
            {
                return accepts.Post(e);
            }
        }

        throw new FsmKitLoopException(
            Name, $"Loop '{Name}' has no gobj '{root}' that accepts {typeof(TEvent).Name}. It has: {string.Join(", ", run.Roots.Select(static known => known.GObj))}.");
    }

    public void PostCallback(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _run?.Gaplic.PostCallback(callback);
    }

    public Task InvokeAsync(Action action, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return InvokeAsync(
            () =>
            {
                action();
                return true;
            },
            cancellation);
    }

    public Task<T> InvokeAsync<T>(Func<T> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return InvokeAsync(() => Task.FromResult(function()), cancellation);
    }

    public Task InvokeAsync(Func<Task> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return InvokeAsync(
            async () =>
            {
                await function().ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    public Task<T> InvokeAsync<T>(Func<Task<T>> function, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return LoopInvocation<T>.RunAsync(Living("cannot be invoked"), Name, function, cancellation);
    }

    private LoopRun Living(string problem) => _run is { Gone.IsCancellationRequested: false, Started.IsCompletedSuccessfully: true } run
        ? run
        : throw new FsmKitLoopException(Name, $"Loop '{Name}' {problem}: it is {Status}.");
}
