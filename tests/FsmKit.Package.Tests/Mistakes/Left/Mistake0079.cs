namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0079 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), Next = One), On<EvB>(nameof(AcB))] One,
    }

    private void AcA() => Name.ToString();
    private void AcB() => Name.ToString();
}
