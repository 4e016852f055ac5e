namespace FsmKit.Hosting;

/// <content>The end of the gobjs' work before the end of the loop.</content>
internal sealed partial class HostedLoop
{
    /// <summary>Lets the root gobjs finish, the youngest first, as it may need the older ones.</summary>
    /// <param name="cancellation">Cancelled when the host's time is over.</param>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        if (_status != LoopStatus.Running || _run is not { } run || _plan.DrainTimeout == TimeSpan.Zero)
        {
            return;
        }

        _status = LoopStatus.Draining;
        using var timeout = new CancellationTokenSource(_plan.DrainTimeout, _time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation, run.Gone);
        foreach (var root in run.Roots.Reverse())
        {
            foreach (var drain in root.Drains)
            {
                await DrainAsync(root.GObj, drain, over.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task DrainAsync(GObj gobj, Func<CancellationToken, Task> drain, CancellationToken over)
    {
        try
        {
            await InvokeAsync(() => drain(over), over).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            HostingLog.NotDrained(_logger, gobj, Name);
        }
        catch (Exception x)
        {
            // The others may still finish.
            HostingLog.DrainFailed(_logger, gobj, Name, x);
        }
    }
}
