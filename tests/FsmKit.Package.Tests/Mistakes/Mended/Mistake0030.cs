namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0030 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), Ignore<EvB>] One,
    }

    private void AcA() => StartTimer(TimeSpan.FromSeconds(1), new EvC(1));
}
