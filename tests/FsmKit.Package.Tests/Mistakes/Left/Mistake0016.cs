namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0016 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), Ignore<EvB>] One,
    }

    private async void AcA() => await System.Threading.Tasks.Task.Yield();
}
