namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0073 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), Ignore<EvB>] One,
    }

    private void AcA() => System.Threading.Thread.Sleep(1);
}
