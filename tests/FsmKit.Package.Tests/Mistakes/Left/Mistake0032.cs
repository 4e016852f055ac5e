namespace Mistakes;

[GClass, Input<EvC>, Input<EvB>]
public sealed partial class Mistake0032 : GObj
{
    private enum State
    {
        [Invoke<EvC, EvB>(nameof(WorkAsync)), On<EvC>(Next = Two), On<EvB>(Next = Two)] One,

        [On<EvC>(Next = One), Ignore<EvB>] Two,
    }

    private static System.Threading.Tasks.Task<string> WorkAsync(System.Threading.CancellationToken stop) => System.Threading.Tasks.Task.FromResult("");
}
