namespace FsmKit.Hosting;

/// <summary>Drains a gobj by events: one asks, another says the end.</summary>
internal static class EventDrain
{
    public static async Task RunAsync<TStop, TStopped>(GObj gobj, TStop stop, CancellationToken cancellation)
        where TStop : struct
        where TStopped : struct
    {
        if (gobj.IsDestroyed)
        {
            return;
        }

        var stopped = new TaskCompletionSource();
        using var subscription = ((IPublish<TStopped>)gobj).Subscribe((GObj _, in TStopped _) => stopped.TrySetResult());
        if (((IAccept<TStop>)gobj).Send(stop) is Outcome.Handled or Outcome.Queued or Outcome.Deferred)
        {
            // The code behind runs on the loop, where the subscription ends.
            await stopped.Task.WaitAsync(cancellation).ConfigureAwait(true);
        }
    }
}
