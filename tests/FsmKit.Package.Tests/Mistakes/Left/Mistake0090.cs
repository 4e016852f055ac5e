namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0090 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), On<EvB>(nameof(AcA))] One,
    }

    private void AcA() => StopTimer<EvB>();
}
