namespace Mistakes;

[GClass, Input<EvA>, Input<EvFailed>]
public sealed partial class Mistake0076 : GObj
{
    private enum State
    {
        [Invoke<EvA, EvFailed>(nameof(WorkAsync)), On<EvA>(nameof(AcA)), Ignore<EvFailed>] One,
    }

    private int _n;

    private void AcA() => _n++;

    private async Task WorkAsync(CancellationToken stop)
    {
        await Task.Delay(1, stop).ConfigureAwait(false);
        _n++;
    }
}
