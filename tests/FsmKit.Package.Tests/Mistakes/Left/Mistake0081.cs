namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0081 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), Next = Two), On<EvB>(nameof(AcA), Next = Two)] One,
        [On<EvA>(nameof(AcA), Next = Three), On<EvB>(nameof(AcB), Next = One)] Two,
        [On<EvA>(nameof(AcA), Next = Two), On<EvB>(nameof(AcB), Next = One)] Three,
    }

    private void AcA() => Name.ToString();
    private void AcB() => Name.ToString();
}
