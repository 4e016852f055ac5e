using Microsoft.Extensions.Hosting;

namespace FsmKit.Hosting;

/// <summary>The loops as one hosted service, which keeps their order also when the host starts its services at once.</summary>
internal sealed class FsmKitService(FsmKitLoops loops) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private static readonly CancellationToken NoTime = new(canceled: true);
    private bool _isDrained;
    private bool _isStopped;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var loop in loops.Hosted)
        {
            try
            {
                await loop.StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // A host whose start fails stops nothing.
                await StopAllAsync(NoTime).ConfigureAwait(false);
                throw;
            }
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Drains while the other services of the host, which the gobjs may need, still run.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDrained = true;
        foreach (var loop in loops.Hosted.Reverse())
        {
            await loop.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_isDrained)
        {
            await StoppingAsync(cancellationToken).ConfigureAwait(false);
        }

        await StopAllAsync(cancellationToken).ConfigureAwait(false);
        if (loops.Hosted.FirstOrDefault(static loop => loop.Status == LoopStatus.Crashed) is { } crashed)
        {
            // The host stops its other services too, and then throws this to the caller of its Run.
            throw new FsmKitLoopException(crashed.Name, $"Loop '{crashed.Name}' has crashed: {crashed.LastCrash!.Message}", crashed.LastCrash);
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => new(StopAllAsync(NoTime));

    public void Dispose() => StopAllAsync(NoTime).GetAwaiter().GetResult();

    private async Task StopAllAsync(CancellationToken cancellation)
    {
        if (!_isStopped)
        {
            _isStopped = true;
            foreach (var loop in loops.Hosted.Reverse())
            {
                await loop.StopAsync(cancellation).ConfigureAwait(false);
            }
        }
    }
}
